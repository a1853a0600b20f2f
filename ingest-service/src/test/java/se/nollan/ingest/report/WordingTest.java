package se.nollan.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.nollan.ingest.format.FindingCode;

class WordingTest {

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    @DisplayName("What to do about each finding is said in Swedish too")
    void everyFindingInSwedish(FindingCode code) {
        var finding = new Report.Tally(code.name(), null, 1);

        assertThat(Wording.ENGLISH.advice(finding)).isEqualTo(code.advice());
        assertThat(Wording.SWEDISH.advice(finding)).isNotEqualTo(code.advice()).endsWith(".");
    }

    @Test
    @DisplayName("Every refusal that the README lists is said in Swedish too")
    void everyRefusalInSwedish() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var listed = Pattern.compile("`([A-Z_]{4,})`")
                .matcher(readme.substring(readme.indexOf("and a `refusal`:"), readme.indexOf("The report lists")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(listed).hasSizeGreaterThan(20).allSatisfy(reason -> assertThat(
                        Wording.SWEDISH.refusal(new Report.Refusal(reason, "in English")))
                .isNotEqualTo("in English"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sv-SE,en | sv", "en-GB,sv | en", "de,sv | sv", "de | en", "* | en"})
    @DisplayName("The first language that the reader asks for and there is holds; English when there is none")
    void negotiated(String accepted, String language) {
        var wanted = Stream.of(accepted.split(",")).map(Locale::forLanguageTag).toList();

        assertThat(Wording.of(wanted).language()).isEqualTo(language);
    }

    @Test
    @DisplayName("One row is told of as one")
    void oneRow() {
        assertThat(Wording.SWEDISH.say("read", 1)).isEqualTo("1 rad lästes");
        assertThat(Wording.SWEDISH.say("read", 12_000)).isEqualTo("12\u00a0000 rader lästes");
        assertThat(Wording.ENGLISH.say("inError", 1)).isEqualTo("1 is in error");
        assertThat(List.of(Wording.ENGLISH.say("accepted", 0L), Wording.ENGLISH.say("accepted", 2L)))
                .containsExactly("no contact was taken", "2 contacts were taken");
    }
}
