package se.nollan.rules.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static long millis(String text) {
        char[] padded = ("\"" + text + "\"").toCharArray();
        return Rfc3339.millis(padded, 1, text.length());
    }

    @Test
    void readsWhatTheLibraryReads() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            long millis = random.nextLong(-62_000_000_000_000L, 250_000_000_000_000L);
            Instant instant = Instant.ofEpochMilli(i % 2 == 0 ? millis : millis / 1000 * 1000);
            String text = instant.toString();
            if (text.length() == 20 || text.length() == 24) {
                assertThat(millis(text)).as(text).isEqualTo(instant.toEpochMilli());
            }
        }
    }

    @Test
    void knowsLeapDays() {
        assertThat(millis("2024-02-29T00:00:00Z"))
                .isEqualTo(Instant.parse("2024-02-29T00:00:00Z").toEpochMilli());
        assertThat(millis("2000-02-29T23:59:59.999Z"))
                .isEqualTo(Instant.parse("2000-02-29T23:59:59.999Z").toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-10-05",
                "2026-10-05T06:14:03",
                "2026-10-05T06:14:03+02:00",
                "2026-10-05T06:14:03.1Z",
                "2026-10-05T06:14:03.123456Z",
                "2026-10-05 06:14:03Z",
                "2026-13-05T06:14:03Z",
                "2026-00-05T06:14:03Z",
                "2026-02-29T06:14:03Z",
                "2026-04-31T06:14:03Z",
                "2026-10-05T24:00:00Z",
                "2026-10-05T06:60:03Z",
                "2026-10-05T06:14:60Z",
                "2026-10-05T06:14:0xZ",
                "2026-10-05T06:14:03,123Z"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> millis(text)).isInstanceOf(NumberFormatException.class);
    }
}
