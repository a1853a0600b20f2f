package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.format.Rows;
import se.nollan.ingest.format.UnreadableBody;

class ProfileTest {
    private static final String SWEDISH = """
            profile: svensk
            systems: [vaxel]
            zone: Europe/Stockholm
            file: { delimiter: ";" }
            skip: [{ Typ: [Test, Prov] }]
            fields:
              id: { join: [Datum, Nr], with: "/" }
              line: { constant: main }
              channel: { constant: phone }
              kind: { column: Typ, words: { Återuppringning: callback, Kö: queue } }
              createdAt: { time: "d/M yyyy HH.mm", from: [Datum, Klockan] }
              answeredAt: { first: [{ time: "d/M yyyy HH.mm", pastMidnight: true, from: [Datum, Svar] }] }
              contact: { column: Från, empty: [Hemligt, Dolt] }
            """;

    @Test
    void aFlatLogIsReadAsItsProfileSays() {
        var rows = Rows.ofBody(reader(SWEDISH), """
                Nr;Datum;Klockan;Svar;Typ;Från
                1;5/10 2026;08.14;25.01;Återuppringning;0701740605
                2;5/10 2026;08.15;;Kö;Hemligt
                3;5/10 2026;08.15;;Prov;Hemligt
                4;5/10 2026;08.15;;"Kö"
                5;i går;08.15;;Kö;
                6;5/10 2026;08.15;;Besök;
                """);

        assertThat(rows.contacts).extracting(Contact::id).containsExactly("5/10 2026/1", "5/10 2026/2");
        assertThat(rows.contacts).extracting(Contact::kind).containsExactly("callback", "queue");
        assertThat(rows.contacts).extracting(Contact::contact).containsExactly("0701740605", null);
        assertThat(rows.contacts.get(0).answeredAt()).isEqualTo("2026-10-05T23:01:00Z");
        assertThat(rows.skipped).isEqualTo(1);
        assertThat(rows.wrong()).containsExactly("WRONG_FIELD_COUNT", "NOT_A_TIME createdAt", "NOT_A_WORD kind");
    }

    @Test
    void anotherHeaderIsRefused() {
        assertThatThrownBy(() -> Rows.ofBody(reader(SWEDISH), "Nr;Datum;Klockan;Svar;Typ\n"))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("lacks columns that the profile reads: Från");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "profile: svensk | profile: Svensk | line 1: profile: its name: lower-case",
                "delimiter: \";\" | delimiter: \";;\" | file.delimiter: a delimiter is one character",
                "file: { | file: { encoding: UTF-9, | file.encoding: 'UTF-9' is no encoding that is known here",
                "{ constant: phone } | { constant: fone } | fields.channel: 'fone' is not one of its words",
                "Kö: queue | Kö: ko | fields.kind: 'ko' is not one of its words",
                "zone: Europe/Stockholm | decimal: \".\" | these times say no zone: the profile must",
                "zone: Europe/Stockholm | zone: Europa/Stockholm | this is a zone: Europe/Stockholm, UTC, or an offset",
                "yyyy HH.mm | yyyy hh.mm | h (1 to 12) goes with a (am or pm)",
                "yyyy HH.mm | yyyy HH.nn | the letter 'n' means nothing",
                "contact: { column | contract: { column | fields.contract: the contact format has no such field",
                "empty: [ | vide: [ | 'vide' means nothing here",
                "line: { constant: main } | problem: { constant: x } | fields: 'line' is required",
                "skip: [{ Typ: | skipp: [{ Typ: | 'skipp' means nothing here",
                "skip: [{ Typ: [Test, Prov] }] | skip: [{ Typ: { like: x } }] | line 5: skip.Typ.like: 'like' means nothing here; possible are",
                "skip: [{ Typ: [Test, Prov] }] | skip: [{ Typ: { matches: '(' } }] | this is no regular expression",
                "profile: svensk | profile: [ | it is not YAML",
            })
    void aProfileThatCannotBeUsedSaysWhy(String part, String replacement, String expected) {
        var yaml = SWEDISH.contains(part.strip())
                ? SWEDISH.replace(part.strip(), replacement.strip())
                : SWEDISH + replacement.strip() + "\n";
        assertThatThrownBy(() -> reader(yaml))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining(expected.strip());
    }

    @Test
    void theInstallationsFolderIsReadAndASystemHasItsDefault(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("svensk.yaml"), SWEDISH);
        var profiles = new Profiles(Optional.of(folder));

        assertThat(profiles.names()).contains("canonical", "svensk", "telia-ace");
        assertThat(profiles.defaultFor("vaxel")).isEqualTo("svensk");
        assertThat(profiles.defaultFor("other")).isEqualTo("canonical");

        Files.writeString(folder.resolve("svensk2.yaml"), SWEDISH.replace("profile: svensk", "profile: svensk-2"));
        assertThatThrownBy(() -> new Profiles(Optional.of(folder)))
                .isInstanceOf(InvalidProfile.class)
                .hasMessageContaining("default of the same system");
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "NOLLAN_DATA",
            matches = ".+",
            disabledReason = "needs the real call-centre month")
    void theRealCallCentreMonthHasThreeRowsInError(@TempDir Path folder) throws IOException {
        var log = Path.of(System.getenv("NOLLAN_DATA"), "technion", "1999-01_january.txt");
        var rows = new Rows(LocalDate.parse("1999-01-01"), LocalDate.parse("1999-01-31"));
        try (InputStream yaml = ProfileTest.class.getResourceAsStream("/profiles/technion.yaml");
                var bytes = Files.newInputStream(log)) {
            var profile = ProfileFile.read("technion.yaml", yaml);
            var reader = new ProfileReader(profile, LocalDate.parse("1999-01-31"), new SpillSpace(folder, 0));
            reader.read(bytes, rows);
            reader.end(rows);
        }

        assertThat(rows.skipped).isEqualTo(240);
        assertThat(rows.wrong()).containsOnly("BEFORE_CREATED answeredAt").hasSize(3);
        assertThat(rows.contacts).hasSize(31_359 - 3);
        assertThat(rows.contacts.stream().map(Contact::id).distinct()).hasSize(31_359 - 3);
    }

    private static RowReader reader(String yaml) {
        try {
            var profile =
                    ProfileFile.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
            return new ProfileReader(profile, LocalDate.parse("2026-10-31"), SpillSpace.none());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
