package se.nollan.ingest.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static boolean givesAway(String id, String contact) {
        return IdCheck.givesAway(id, contact, CallerNumber.read(contact, SourceNotation.USUAL), DAY);
    }

    private static boolean givesAway(String id) {
        return IdCheck.givesAway(id, null, null, DAY);
    }

    @ParameterizedTest
    @DisplayName("A mobile number is found in an id in any notation, also without a caller")
    @ValueSource(
            strings = {
                "0701740605",
                "c_070_174_06_05",
                "070\u2013174\u201306\u201305",
                "0701740605-77",
                "77-0701740605",
                "46701740605",
                "+46 70 174 06 05",
                "0046701740605",
                "case:070.174.06.05:b",
                "call#070/1740605",
                "x070 174 06 05x",
                "070'174'06'05",
                "(070)1740605",
                "070\u200b174\u200b0605",
                "\uff10\uff17\uff10\uff11\uff17\uff14\uff10\uff16\uff10\uff15",
                "2026-07-01_0701740605",
                "20260701081403_070-1740605"
            })
    void aMobileNumberIsFoundInAnyNotation(String id) {
        assertThat(givesAway(id)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("The caller's own number is found whatever stands between its digits")
    @ValueSource(
            strings = {
                "0701740605",
                "70a17b40c605",
                "x-46701740605-y",
                "00000701740605",
                "1701740605",
                "7 0 1 7 4 0 6 0 5"
            })
    void theCallersOwnNumberIsFoundWhateverStandsBetween(String id) {
        assertThat(givesAway(id, "0701740605")).isTrue();
        assertThat(givesAway(id, "46701740605")).isTrue();
        assertThat(givesAway(id, "+46 (0)70-174 06 05")).isTrue();
    }

    @Test
    void aLandLinesNumberIsFoundWhereItIsTheCallers() {
        assertThat(givesAway("63-147500", "+4663147500")).isTrue();
        assertThat(givesAway("063147500")).isFalse();
    }

    @Test
    void anIndividualsNumberIsFoundWhereItIsTheChats() {
        Identity individual = Identity.ofChat("19800101-1234", DAY);
        assertThat(IdCheck.givesAway("chat-8001011234-2", "19800101-1234", individual, DAY))
                .isTrue();
    }

    @ParameterizedTest
    @DisplayName("Padded counters, time stamps, UUIDs and other ids are no numbers")
    @ValueSource(
            strings = {
                "0000701740605",
                "00000000000701740605",
                "4670174060512345",
                "2026-07-01T08:14:03",
                "2026-07-01 08:14:03",
                "2026-07-01 07:01:40.605",
                "20260701081403",
                "202607010814",
                "20260701-0701",
                "2026-06-30 07:01:08",
                "2026-07-01-123456",
                "1751350443.4711",
                "1751350443123",
                "5d0c9d6e-9f0b-4d5b-9f57-0a5d0f7e1b11",
                "07017406-0512-4345-8123-070174060512",
                "4711",
                "x-1",
                "AA0101-33116-990101-0:00:31",
                "AA0101-133116-990101-10:00:34",
                "AA0101-133115-990101-10:00:36",
                "AA0113-4679-990118-1:24:51"
            })
    void countersTimeStampsAndUuidsAreNone(String id) {
        assertThat(givesAway(id)).isFalse();
    }

    @Test
    @DisplayName("Ids that are passed by at a glance are those in which a close look finds nothing")
    void aGlanceMissesNothing() {
        var random = new Random(7);
        var signs = "00112345677789467-. :_/Ta٠";
        for (var turn = 0; turn < 200_000; turn++) {
            var id = new StringBuilder();
            for (var length = 1 + random.nextInt(24); length > 0; length--) {
                id.append(signs.charAt(random.nextInt(signs.length())));
            }
            var day = LocalDate.of(2026, 10, 5);
            assertThat(IdCheck.givesAway(id.toString(), null, null, day))
                    .as(id.toString())
                    .isEqualTo(IdCheck.holdsANumber(id.toString(), day));
        }
    }
}
