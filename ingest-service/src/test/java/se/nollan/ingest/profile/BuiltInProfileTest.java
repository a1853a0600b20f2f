package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.Rows;

/** The traps of built-in profiles of which there is no month in the vendor's format. */
class BuiltInProfileTest {
    @TempDir
    Path spill;

    @Test
    @DisplayName(
            "Asterisk's records: a telephone of staff is an answer, voicemail and the queue itself are none; inner calls are skipped")
    void asteriskCdr() {
        var row =
                "\"\",\"%s\",\"46500400\",\"%s\",\"\",\"SIP/trunk-1\",\"%s\",\"%s\",\"\",\"2026-10-05 08:00:00\",\"2026-10-05 08:00:%s\","
                        + "\"2026-10-05 08:01:00\",60,50,\"ANSWERED\",\"DOCUMENTATION\",\"u\",\"\",\"\",\"%s\",1\n";
        var rows = read(
                "asterisk-cdr",
                row.formatted("0701740605", "from-pstn", "", "Queue", "02", "1")
                        + row.formatted("0701740605", "ring", "PJSIP/301-1", "Dial", "09", "1")
                        + row.formatted("0701740606", "from-pstn", "", "VoiceMail", "02", "2")
                        + row.formatted("0701740607", "from-pstn", "", "Queue", "02", "3")
                        + row.formatted("301", "internal", "PJSIP/302-1", "Dial", "02", "4"));

        assertThat(rows.wrong()).isEmpty();
        assertThat(rows.skipped).isEqualTo(1);
        assertThat(kinds(rows)).containsExactly("queue answered", "voicemail", "queue");
        assertThat(rows.contacts.get(0).answeredAt()).isEqualTo("2026-10-05T06:00:09Z");
    }

    @Test
    @DisplayName("FreeSWITCH's records: only a call that reached another leg is answered")
    void freeswitchCdr() {
        var rows = read("freeswitch-cdr", """
                "","0701740605","46500400","public","2026-10-05 08:00:00","2026-10-05 08:00:09","2026-10-05 08:01:00","60","51","NORMAL_CLEARING","u1","b1","","",""
                "","0701740606","46500400","public","2026-10-05 08:00:00","2026-10-05 08:00:01","2026-10-05 08:01:00","60","59","ORIGINATOR_CANCEL","u2","","","",""
                "","1001","0701740606","default","2026-10-05 08:00:00","","2026-10-05 08:01:00","60","0","NORMAL_CLEARING","u3","","","",""
                """);

        assertThat(rows.wrong()).isEmpty();
        assertThat(rows.skipped).isEqualTo(1);
        assertThat(kinds(rows)).containsExactly("queue answered", "queue");
    }

    @Test
    @DisplayName(
            "Dstny's history: null is not answered, a call that was not received was left in the menu, and the id holds no number")
    void dstnyCallHistory() {
        var rows = read("dstny-call-history", """
                [{"callerNo":"+46701740605","start":"2026-10-05T08:00:00+02:00","receivingNo":"main","received":"2026-10-05T08:00:01+02:00",
                  "calleeNo":"301","calleeAnswered":"2026-10-05T08:00:30+02:00","stop":"2026-10-05T08:05:00+02:00"},
                 {"callerNo":"","start":"2026-10-05T08:01:00+02:00","receivingNo":"main","received":"2026-10-05T08:01:01+02:00",
                  "calleeNo":null,"calleeAnswered":null,"stop":"2026-10-05T08:02:00+02:00"},
                 {"callerNo":"+46701740605","start":"2026-10-05T08:03:00+02:00","receivingNo":"main","received":null,"calleeAnswered":null},
                 {"callerNo":"301","start":"2026-10-05T08:03:00+02:00","receivingNo":null,"calleeAnswered":null}]
                """);

        assertThat(rows.wrong()).isEmpty();
        assertThat(rows.skipped).isEqualTo(1);
        assertThat(kinds(rows)).containsExactly("queue answered", "queue", "aborted");
        assertThat(ProfileFolder.builtIn().get("dstny-call-history").notation().hashedId())
                .isTrue();
    }

    @Test
    @DisplayName("Teams' queues: no caller at all, and the answer is the start and the wait together")
    void teamsCallQueues() {
        var rows = read("teams-call-queues", """
                DialogId,UserStartTimeUTC,CallQueueIdentity,CallQueueCallResult,CallQueueDurationSeconds
                d1,2026-10-05T06:00:00,main,agent_joined_conference,12
                d2,2026-10-05T06:00:00,main,overflown,0
                d3,2026-10-05T06:00:00,main,no_agent,0
                d4,2026-10-05T06:00:00,main,disconnected,33
                d5,2026-10-05T06:00:00,main,something_new,33
                """);

        assertThat(rows.wrong()).containsExactly("NOT_A_WORD kind");
        assertThat(kinds(rows)).containsExactly("queue answered", "full", "closed", "queue");
        assertThat(rows.contacts.get(0).answeredAt()).isEqualTo("2026-10-05T06:00:12Z");
        assertThat(rows.contacts).extracting(Contact::contact).containsOnlyNulls();
    }

    private static List<String> kinds(Rows rows) {
        return rows.contacts.stream()
                .map(contact -> contact.kind() + (contact.answeredAt() == null ? "" : " answered"))
                .toList();
    }

    private Rows read(String name, String log) {
        var rows = Rows.fromTheField(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));
        try (var reader = new ProfileReader(
                ProfileFolder.builtIn().get(name), LocalDate.parse("2026-10-31"), new SpillSpace(spill, 0))) {
            reader.read(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), rows);
            reader.end(rows);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }
}
