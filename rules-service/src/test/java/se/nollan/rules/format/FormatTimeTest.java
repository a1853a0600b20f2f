package se.nollan.rules.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.rules.measure.Contact;

class FormatTimeTest {

    private static Instant read(String text, long notBefore) {
        return Instant.ofEpochMilli(FormatTime.millis(text, notBefore));
    }

    @Test
    void aTimeWithAnOffsetIsThatInstant() {
        assertThat(read("2026-10-05T08:14:03+02:00", Contact.NONE)).isEqualTo("2026-10-05T06:14:03Z");
        assertThat(read("2026-10-05T06:14:03.25Z", Contact.NONE)).isEqualTo("2026-10-05T06:14:03.250Z");
    }

    @Test
    void aTimeWithoutOneIsSwedish() {
        assertThat(read("2026-10-05T08:14:03", Contact.NONE)).isEqualTo("2026-10-05T06:14:03Z");
        assertThat(read("2026-12-05T08:14:03", Contact.NONE)).isEqualTo("2026-12-05T07:14:03Z");
    }

    @Test
    void aRepeatedTimeIsTheFirstOfTheTwoUnlessThatLiesBeforeTheContact() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(read("2026-10-25T02:30:00", Contact.NONE)).isEqualTo(first);
        assertThat(read("2026-10-25T02:30:00", first.toEpochMilli())).isEqualTo(first);
        assertThat(read("2026-10-25T02:30:00", first.toEpochMilli() + 1)).isEqualTo(first.plusSeconds(3600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-29T02:30:00",
                "2026-10-05",
                "2026-10-05T08:14",
                "2026-10-05T08:14:03.1234",
                "2026-10-05 08:14:03",
                "2026-02-30T08:14:03",
                "2026-10-05T25:14:03Z",
                ""
            })
    void anythingElseIsNoTime(String text) {
        assertThatThrownBy(() -> read(text, Contact.NONE)).isInstanceOf(DateTimeException.class);
    }
}
