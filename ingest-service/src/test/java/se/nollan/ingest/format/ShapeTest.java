package se.nollan.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    @ParameterizedTest
    @CsvSource({
        "070\u2013174 06 05, 999\u2013999 99 99",
        "2026-07-01 0701740605, 9999-99-99 9999999999",
        "Anna Karlsson, aaaa aaaaaaaa",
        "c_070_174, a_999_999",
        "\uff10\uff17\uff10, 999",
        "2026-13-01, 9999-99-99",
        "0701-01-01, 9999-99-99",
        "2026-07-01T08:14:03 0701740605, 9999-99-99a99:99:99 9999999999"
    })
    void digitsBecomeNinesAndLettersA(String value, String shape) {
        assertThat(Shape.of(value)).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callback",
                "phone",
                "staff",
                "true",
                "createdAt",
                "2026-07-01",
                "2026-07-01T08:14:03+02:00",
                "2026-03-29T02:30:00"
            })
    void wordsOfTheFormatAndTimesAreShown(String value) {
        assertThat(Shape.of(value)).isEqualTo(value);
    }

    @Test
    void whatCannotBeSeenOrIsLongIsNotShown() {
        assertThat(Shape.of("a\u202eb\u0000c\ud83d\ude00")).isEqualTo("a?a?a?");
        assertThat(Shape.of("7".repeat(100))).isEqualTo("9".repeat(64) + "\u2026");
    }
}
