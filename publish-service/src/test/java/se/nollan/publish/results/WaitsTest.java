package se.nollan.publish.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private static final Waits BUSY = new Waits(4, 3, 2, 3 * 3600, minutes(Map.of(30L, 1L, 60L, 1L, 90L, 1L)));
    private static final Waits QUIET = new Waits(1, 1, 1, 60, minutes(Map.of(1L, 1L)));

    @Test
    @DisplayName("The mean of two days is that of their waits (45.3), not that of their means (30.5)")
    void theMeanIsNotAMeanOfMeans() {
        assertThat(Waits.sum(List.of(BUSY, QUIET)).meanMinutes()).isEqualByComparingTo("45.3");
        assertThat(BUSY.meanMinutes()).isEqualByComparingTo("60");
        assertThat(QUIET.meanMinutes()).isEqualByComparingTo("1");
    }

    @Test
    void theMedianIsTheFewestMinutesWithinWhichHalfOfTheWaitsEnded() {
        assertThat(BUSY.percentileMinutes(50)).isEqualTo(60);
        assertThat(Waits.sum(List.of(BUSY, QUIET)).percentileMinutes(50)).isEqualTo(30);
        assertThat(BUSY.percentileMinutes(90)).isEqualTo(90);
    }

    @Test
    void whatEndedSharpAtTheTargetIsWithinIt() {
        assertThat(BUSY.within(60)).isEqualTo(2);
        assertThat(BUSY.within(59)).isEqualTo(1);
    }

    @Test
    void whereNobodyWaitedThereIsNoMeanAndNoMedian() {
        assertThat(Waits.NONE.meanMinutes()).isNull();
        assertThat(Waits.NONE.percentileMinutes(50)).isNull();
        assertThat(Waits.NONE.within(9)).isZero();
    }

    @Test
    @DisplayName("Median and 90th percentile made from days are those of all waits put in a row")
    void percentilesOfTheMonthAreExact() {
        Random random = new Random(5);
        List<Waits> days = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        for (int day = 0; day < 22; day++) {
            TreeMap<Long, Long> minutes = new TreeMap<>();
            long ended = 1 + random.nextInt(80);
            for (int i = 0; i < ended; i++) {
                long minute = random.nextInt(600);
                minutes.merge(minute, 1L, Long::sum);
                all.add(minute);
            }
            days.add(new Waits(ended, ended, ended, 0, minutes));
        }
        all.sort(null);
        Waits month = Waits.sum(days);
        for (int percent : new int[] {1, 50, 90, 100}) {
            int rank = (all.size() * percent + 99) / 100;
            assertThat(month.percentileMinutes(percent)).as(percent + " %").isEqualTo(all.get(rank - 1));
        }
    }

    @Test
    void anAggregateHasAMeanAndNoMedianAndNorHasASumThatItIsPartOf() {
        Waits published = Waits.published(100, 90, 43);
        assertThat(published.meanMinutes()).isEqualByComparingTo("43");
        assertThat(published.percentileMinutes(50)).isNull();
        assertThat(published.within(540)).isNull();
        assertThat(Waits.sum(List.of(published, BUSY)).percentileMinutes(50)).isNull();
    }

    @Test
    void waitsThatDoNotBalanceCannotBe() {
        assertThatThrownBy(() -> new Waits(2, 2, 2, 60, minutes(Map.of(1L, 1L))))
                .isInstanceOf(Unbalanced.class);
        assertThatThrownBy(() -> new Waits(1, 2, 1, 60, null)).isInstanceOf(Unbalanced.class);
    }

    private static TreeMap<Long, Long> minutes(Map<Long, Long> counts) {
        return new TreeMap<>(counts);
    }
}
