package se.nollan.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCheckTest {
    private static final String PROFILE = """
            profile: my-switchboard
            zone: Europe/Stockholm
            file: { delimiter: ";" }
            skip:
              - { when: { Utfall: Test }, because: a call to try the line }
            fields:
              id: Samtal
              line: Kö
              channel: { constant: phone }
              kind: { column: Utfall, words: { Besvarat: queue, Missat: queue } }
              contact: Nummer
              createdAt: { time: "yyyy-MM-dd HH:mm:ss", from: Inkom }
              answeredAt: { time: "yyyy-MM-dd HH:mm:ss", from: Svar }
            """;
    private static final String LOG = """
            Samtal;Kö;Utfall;Nummer;Inkom;Svar;Agent
            a1;Norr;Besvarat;070-174 06 05;2026-09-01 08:00:00;2026-09-01 08:01:00;7
            a2;Norr;Missat;070-174 06 06;2026-09-01 09:00:00;;7
            a3;Norr;Test;;2026-09-01 09:30:00;;7
            a4;Norr;Övrigt;;2026-09-01 10:00:00;;7
            """;

    @TempDir
    private Path folder;

    private String said = "";

    @Test
    @DisplayName(
            "A log is told of in plain words: contacts, what is left out, what is in error, what is not spoken of, the measure")
    void aLog() throws IOException {
        assertThat(run("check", file("p.yaml", PROFILE), file("log.csv", LOG))).isEqualTo(ProfileCheck.WRONG);

        assertThat(said)
                .contains("4 rows read: 2 contacts", "1  a call to try the line (row 4)", "NOT_A_WORD kind")
                .contains("row 5, kind", "Utfall: Övrigt", "Agent")
                .containsPattern("Norr  phone +1 of +2 +50\\.0 %")
                .contains("P-C1 ")
                .doesNotContain("174", "a1");
    }

    @Test
    @DisplayName("When every row is accounted for, that is the end of it")
    void everyRowIsAccountedFor() throws IOException {
        var log = file("log.csv", LOG.replace("Övrigt", "Missat"));

        assertThat(run("check", file("p.yaml", PROFILE), log)).isEqualTo(ProfileCheck.DONE);
        assertThat(said).contains("nothing is in error");
    }

    @Test
    @DisplayName("What is wrong with a profile is told by line, all at once")
    void aWrongProfile() throws IOException {
        var wrong =
                PROFILE.replace("yyyy-MM-dd HH:mm:ss", "yyyy-QQ-dd").replace("zone: Europe/Stockholm", "zone: Mars");

        assertThat(run("check", file("p.yaml", wrong), file("log.csv", LOG))).isEqualTo(ProfileCheck.WRONG);
        assertThat(said).contains("line 2", "line 12", "line 13");
    }

    @Test
    @DisplayName("A log that cannot be read so, a file that is not there, a word too few: each says what to do")
    void whatCannotBe() throws IOException {
        var profile = file("p.yaml", PROFILE);

        assertThat(run("check", profile, file("log.csv", "a;b\n1;2\n"))).isEqualTo(ProfileCheck.WRONG);
        assertThat(said).contains("lacks columns that the profile reads: Utfall, Samtal");
        assertThat(run("check", profile, folder.resolve("none.csv").toString())).isEqualTo(ProfileCheck.MISUSED);
        assertThat(said).contains("none.csv cannot be read");
        assertThat(run("check", "no-such-vendor", file("l.csv", LOG))).isEqualTo(ProfileCheck.MISUSED);
        assertThat(said).contains("telia-ace");
        assertThat(run("check", profile)).isEqualTo(ProfileCheck.MISUSED);
        assertThat(said).startsWith("usage: ");
    }

    @Test
    @DisplayName("An id that holds a caller's number would be refused, and is told")
    void anIdThatGivesAway() throws IOException {
        var log = file("log.csv", LOG.replace("a1;", "tel-0701740605;").replace("Övrigt", "Missat"));

        assertThat(run("check", file("p.yaml", PROFILE), log)).isEqualTo(ProfileCheck.WRONG);
        assertThat(said)
                .contains("1  PERSONAL_DATA id", "Use an id that holds no telephone number")
                .doesNotContain("0701740605");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var status = new ProfileCheck(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(arguments);
        said = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }
}
