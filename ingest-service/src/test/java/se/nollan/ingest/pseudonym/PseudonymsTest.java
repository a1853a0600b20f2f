package se.nollan.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-10-05");

    private final Map<String, byte[]> made = new HashMap<>();
    private final Pseudonyms pseudonyms = new Pseudonyms(
            (region, day) -> {
                var key = new byte[DayKey.BYTES];
                key[0] = (byte) made.size();
                made.put(region + day, key);
                return new DayKey(key);
            },
            SourceNotation.USUAL);

    @Test
    void oneCallersContactsOfADayAreJoinedWhateverTheNotation() {
        assertThat(phone("0701740605")).isEqualTo(phone("+46 70-174 06 05")).isNotEqualTo(phone("0701740606"));
        assertThat(chat("19800101-1234")).isEqualTo(chat("8001011234")).isEqualTo(chat(" 800101-1234"));
        assertThat(chat(" anna ")).isEqualTo(chat("anna"));
    }

    @Test
    void nothingIsJoinedAcrossDaysOrRegions() {
        var tuesday = MONDAY.plusDays(1);
        assertThat(keyed(false, "23", MONDAY, "0701740605").contact())
                .isNotEqualTo(keyed(false, "23", tuesday, "0701740605").contact())
                .isNotEqualTo(keyed(false, "24", MONDAY, "0701740605").contact());
        assertThat(made).hasSize(3);
    }

    @Test
    void aPseudonymIs128BitsOfHmacSha256InBase64Url() {
        // RFC 4231, test case 2.
        var key = new DayKey("Jefe".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(key.pseudonym("what do ya want for nothing?")).isEqualTo("W9zBRr9gdU5qBCQmCJV1xw");
    }

    @Test
    void aCallerThatIsNoNumberIsTakenAsItStandsAndSaidSo() {
        assertThat(keyed(false, "23", MONDAY, "9664491").remark()).isEqualTo(Pseudonyms.Remark.NOT_A_NUMBER);
        assertThat(keyed(false, "23", MONDAY, "0701740605").remark()).isNull();
        assertThat(keyed(true, "23", MONDAY, "anna").remark()).isNull();
    }

    @Test
    void aWithheldCallerHasNoPseudonymAndNeedsNoKey() {
        assertThat(pseudonyms.of(false, "23", MONDAY, "a", null, null))
                .isEqualTo(new Pseudonyms.Keyed("a", null, null, null));
        assertThat(made).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0701740605, 0701740605",
        "call-0701740605-1, +46701740605",
        "46701740605/2, 070-174 06 05",
        "070-174 06 05, +46701740605",
        "x19800101-1234, 0701740605",
        "x19800101-1234,",
        "customer9664491, 9664491",
        "12, 12",
    })
    void anIdThatGivesTheCallerAwayIsFound(String id, String contact) {
        assertThat(pseudonyms.of(false, "23", MONDAY, id, contact, null)).isInstanceOf(Pseudonyms.IdGivesAway.class);
    }

    @ParameterizedTest
    @CsvSource({"4711-1, 0701740605", "AA0101-33116-990101-10:00:31, 10", "4711-0701, 0701740605"})
    void anotherIdIsNot(String id, String contact) {
        assertThat(pseudonyms.of(false, "23", MONDAY, id, contact, null)).isInstanceOf(Pseudonyms.Keyed.class);
    }

    private String phone(String contact) {
        return keyed(false, "23", MONDAY, contact).contact();
    }

    private String chat(String contact) {
        return keyed(true, "23", MONDAY, contact).contact();
    }

    private Pseudonyms.Keyed keyed(boolean chat, String region, LocalDate day, String contact) {
        return (Pseudonyms.Keyed) pseudonyms.of(chat, region, day, "id", contact, null);
    }
}
