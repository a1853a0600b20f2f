package se.nollan.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class RetentionTimesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final RetentionTimes TIMES =
            new RetentionTimes(Period.ofMonths(25), Period.ofMonths(25), Period.ofMonths(3), Period.ofMonths(3));

    @Test
    void contactsAreKeptFromTheSameDayTwentyFiveMonthsAgo() {
        assertThat(TIMES.contactsFrom(TODAY)).isEqualTo("2024-10-22");
    }

    @Test
    void aCorrectionWindowThatIsNoLongerThanTheRetentionIsTaken() {
        assertThatCode(() -> TIMES.checkCovers(Period.ofMonths(25), TODAY)).doesNotThrowAnyException();
    }

    @Test
    void aCorrectionWindowThatIsLongerThanTheRetentionIsRefusedInWords() {
        assertThatThrownBy(() -> TIMES.checkCovers(Period.parse("P25M1D"), TODAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOLLAN_CORRECTION_WINDOW (P25M1D) is longer than NOLLAN_RETENTION (P25M)");
    }
}
