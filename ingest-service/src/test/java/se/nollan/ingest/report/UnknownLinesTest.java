package se.nollan.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of lines that the register does not know. */
class UnknownLinesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private final UnknownLines lines = new UnknownLines();

    @Test
    @DisplayName("A line that many contacts name is listed with its days, the most used first")
    void listed() {
        times(12, "Q7");
        times(20, "Rådgivning kväll");
        lines.add("Q7", DAY.plusDays(3));

        assertThat(lines.listed())
                .containsExactly(
                        new UnknownLines.Unknown("Rådgivning kväll", "aaaaaaaaaa aaaaa", 20, DAY, DAY),
                        new UnknownLines.Unknown("Q7", "a9", 13, DAY, DAY.plusDays(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+46701740605",
                "0701740605",
                "070-174 06 05",
                "19850101-1234",
                "850101",
                "sip:0701740605@pbx",
                "a@b.se"
            })
    @DisplayName("What may be somebody's number is kept as its shape, however often it stands there")
    void numbers(String key) {
        times(1000, key);
        assertThat(lines.listed()).singleElement().satisfies(line -> {
            assertThat(line.key()).isNull();
            assertThat(line.toString()).doesNotContain(key);
        });
    }

    @Test
    @DisplayName("What few contacts name may be a caller, and is not kept")
    void few() {
        times(9, "Anna Andersson");
        assertThat(lines.listed()).isEmpty();
    }

    @Test
    @DisplayName("Of a column with many values nothing is kept: it is not that of the line")
    void many() {
        for (var i = 0; i < 51; i++) {
            times(20, "name " + (char) ('a' + i % 26) + (char) ('a' + i / 26));
        }
        assertThat(lines.listed()).isEmpty();
    }

    private void times(int times, String key) {
        for (var i = 0; i < times; i++) {
            lines.add(key, DAY);
        }
    }
}
