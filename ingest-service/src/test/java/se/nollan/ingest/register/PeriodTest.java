package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static Period of(String from, String to) {
        return new Period(
                from.isEmpty() ? null : LocalDate.parse("2026-01-" + from),
                to.isEmpty() ? null : LocalDate.parse("2026-01-" + to));
    }

    @Test
    void bothEndsAreIncluded() {
        Period period = of("05", "07");
        assertThat(period.contains(LocalDate.parse("2026-01-04"))).isFalse();
        assertThat(period.contains(LocalDate.parse("2026-01-05"))).isTrue();
        assertThat(period.contains(LocalDate.parse("2026-01-07"))).isTrue();
        assertThat(period.contains(LocalDate.parse("2026-01-08"))).isFalse();
    }

    @Test
    void periodsThatShareADayOverlapAndThoseThatMeetDoNot() {
        assertThat(of("05", "07").overlaps(of("07", ""))).isTrue();
        assertThat(of("05", "07").overlaps(of("08", ""))).isFalse();
        assertThat(of("", "").overlaps(of("08", "08"))).isTrue();
    }

    @Test
    void anIntersectionKeepsOpenEnds() {
        assertThat(of("05", "").intersection(of("", "07"))).contains(of("05", "07"));
        assertThat(of("", "").intersection(of("05", ""))).contains(of("05", ""));
        assertThat(of("", "04").intersection(of("05", ""))).isEmpty();
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> of("05", "04")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void piecesCoverAPeriodWhenTheyLeaveNoGap() {
        assertThat(Coverage.of(of("05", "10"), List.of(of("08", ""), of("", "07"))))
                .isTrue();
        assertThat(Coverage.of(of("05", "10"), List.of(of("09", ""), of("", "07"))))
                .isFalse();
        assertThat(Coverage.of(of("05", ""), List.of(of("05", "10"), of("06", "12"))))
                .isFalse();
        assertThat(Coverage.of(of("", "10"), List.of(of("01", "10")))).isFalse();
        assertThat(Coverage.of(of("05", "10"), List.of(of("05", "10"), of("06", "07"))))
                .isTrue();
    }

    @Test
    void aClashIsFoundEvenWhenAShorterPeriodLiesBetween() {
        List<Overlaps.Clash<Period>> clashes =
                Overlaps.in(List.of(of("01", ""), of("02", "03"), of("10", "11")), period -> period);
        assertThat(clashes).hasSize(2).allMatch(clash -> clash.other().equals(of("01", "")));
        assertThat(Overlaps.in(List.of(of("04", ""), of("01", "03")), period -> period))
                .isEmpty();
    }
}
