package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 24",
        "2026-03-29, 23",
        "2026-03-30, 24",
        "2026-10-24, 24",
        "2026-10-25, 25",
        "2026-10-26, 24"
    })
    void aDayIsAnHourShorterOrLongerWhenSummerTimeBeginsOrEnds(LocalDate date, long hours) {
        Day day = Day.of(date);
        assertThat(Duration.ofMillis(day.end() - day.start())).isEqualTo(Duration.ofHours(hours));
        assertThat(Duration.ofMillis(day.at(LocalTime.of(17, 0)) - day.at(LocalTime.of(8, 0))))
                .isEqualTo(Duration.ofHours(9));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:59:59.999Z, 2026-03-28",
        "2026-03-28T23:00:00Z, 2026-03-29",
        "2026-03-29T21:59:59.999Z, 2026-03-29",
        "2026-03-29T22:00:00Z, 2026-03-30",
        "2026-10-24T22:00:00Z, 2026-10-25",
        "2026-10-25T22:59:59.999Z, 2026-10-25",
        "2026-10-25T23:00:00Z, 2026-10-26"
    })
    void anInstantLiesOnTheStockholmDay(Instant instant, LocalDate date) {
        assertThat(Day.of(instant.toEpochMilli()).date()).isEqualTo(date);
        assertThat(new Days().of(instant.toEpochMilli()).date()).isEqualTo(date);
    }

    @Test
    void theQuickWayFindsTheSameDayAsTheTimeZone() {
        Random random = new Random(20261122);
        Days days = new Days();
        for (int i = 0; i < 100_000; i++) {
            long instant = Instant.parse("1999-01-01T00:00:00Z").toEpochMilli() + (long) (random.nextDouble() * 1.5e12);
            assertThat(days.of(instant).date()).isEqualTo(Day.of(instant).date());
        }
    }

    @Test
    void aDayHoldsItsFirstMillisecondAndNotTheNextDays() {
        Day day = Day.of(LocalDate.of(2026, 10, 5));
        assertThat(day.holds(day.start() - 1)).isFalse();
        assertThat(day.holds(day.start())).isTrue();
        assertThat(day.holds(day.end() - 1)).isTrue();
        assertThat(day.holds(day.end())).isFalse();
    }

    @Test
    void noTimeLiesOnNoDay() {
        assertThat(Day.of(LocalDate.of(2026, 10, 5)).holds(Contact.NONE)).isFalse();
    }
}
