package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of several units whose calls cannot be told apart. */
class SharedLinesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final String UNITS = """
            {'id':'SE2321000214-A1','name':'Alm','region':'23','provider':'232100-0214','type':'vardcentral'},
            {'id':'SE2321000214-A2','name':'Björk','region':'23','provider':'232100-0214','type':'vardcentral','from':'2026-01-01'},
            {'id':'SE2321000214-A3','name':'Cypress','region':'23','provider':'232100-0214','type':'vardcentral','parent':'SE2321000214-A1'},
            {'id':'SE2321000214-A4','name':'Dunge','region':'23','provider':'232100-0214','type':'rehab'},
            {'id':'SE2321000214-A5','name':'En','region':'23','provider':'556677-8899','type':'vardcentral'},
            {'id':'SE2321000214-A6','name':'Fura','region':'23','provider':'232100-0214','type':'vardcentral','to':'2025-12-31'}""";

    @Test
    @DisplayName("A shared line counts under an entry of its own, beside the units, on the days that all have")
    void anEntryOfItsOwn() {
        var imported = read("'shared':['SE2321000214-A2','SE2321000214-A1']");
        assertThat(imported.findings()).isEmpty();

        var register = new Register(1, imported.content());
        var placement =
                register.resolve("232100-0214", "any", "+46631000001", DAY).orElseThrow();
        assertThat(placement.unit().shared()).containsExactly("SE2321000214-A1", "SE2321000214-A2");
        assertThat(placement.unit().name()).isEqualTo("Gemensamt: Alm, Björk");
        assertThat(placement.unit().id())
                .isEqualTo(SharedLines.idOf(Set.of("SE2321000214-A1", "SE2321000214-A2")))
                .matches("SE\\d{10}-[A-Za-z0-9]{1,18}");
        assertThat(register.resolve("232100-0214", "any", "+46631000001", LocalDate.of(2025, 12, 31)))
                .isEmpty();
    }

    @Test
    @DisplayName("Units of one family share at the unit that they are branches of")
    void atTheHead() {
        var imported = read("'shared':['SE2321000214-A1','SE2321000214-A3']");

        assertThat(imported.findings()).isEmpty();
        assertThat(imported.content().lines().get(0).unit()).isEqualTo("SE2321000214-A1");
        assertThat(imported.content().units()).hasSize(6);
    }

    @Test
    @DisplayName("What was read can be sent again as it is; when no line is shared any more, the entry goes")
    void sentAgain() {
        var once = read("'shared':['SE2321000214-A2','SE2321000214-A1']").content();
        var again = merge(RegisterJson.canonical(once));
        assertThat(again.findings()).isEmpty();
        assertThat(again.content()).isEqualTo(once);

        var apart = merge(RegisterJson.canonical(once)
                .replace(
                        SharedLines.idOf(Set.of("SE2321000214-A1", "SE2321000214-A2")) + "\",\"kind",
                        "SE2321000214-A1\",\"kind"));
        assertThat(apart.findings()).isEmpty();
        assertThat(apart.content().units()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'shared':['SE2321000214-A1'] | one-unit",
                "'shared':['SE2321000214-A1','SE2321000214-A1'] | one-unit",
                "'shared':['SE2321000214-A1','SE2321000214-A9'] | unknown-unit",
                "'shared':['SE2321000214-A1','SE2321000214-A4'] | shared-apart",
                "'shared':['SE2321000214-A1','SE2321000214-A5'] | shared-apart",
                "'shared':['SE2321000214-A2','SE2321000214-A6'] | never-in-force",
                "'unit':'SE2321000214-A1','shared':['SE2321000214-A1','SE2321000214-A2'] | unit-and-shared"
            })
    @DisplayName("What cannot be shared is told at the line")
    void wrong(String said, String code) {
        assertThat(read(said).findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.path()).startsWith("lines[0].");
        });
    }

    private static RegionalMerge read(String said) {
        return merge(("""
                {'providers':[{'id':'232100-0214','name':'Region','form':'public'},
                              {'id':'556677-8899','name':'Bolaget','form':'private'}],
                 'units':[%s],
                 'lines':[{'id':'+46631000001','kind':'main','automatic':true,%s}]}
                """).formatted(UNITS, said).replace('\'', '"'));
    }

    private static RegionalMerge merge(String document) {
        return RegionalMerge.of(
                RegisterContent.EMPTY,
                Set.of("23"),
                RegisterJson.parse(document.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}
