package se.nollan.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.rules.queue.UnitDay;

class RoundBudgetTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-05");
    private static final UnitDay A = new UnitDay("SE2321000214-A", DAY);
    private static final UnitDay B = new UnitDay("SE2321000214-B", DAY);
    private static final UnitDay C = new UnitDay("SE2321000214-C", DAY);

    @Test
    @DisplayName("A round takes what fits in memory together, in the order of the queue")
    void aRoundTakesWhatFits() {
        assertThat(RoundBudget.fitting(List.of(A, B, C), Map.of(A, 500L, B, 500L)))
                .containsExactly(A, B, C);
        assertThat(RoundBudget.fitting(List.of(A, B, C), Map.of(A, 60_000L, B, 60_000L, C, 1L)))
                .containsExactly(A);
    }

    @Test
    @DisplayName("A unit-day that alone is more than a round takes is evaluated by itself")
    void aLargeUnitDayIsAlone() {
        assertThat(RoundBudget.fitting(List.of(A, B), Map.of(A, 200_000L, B, 1L)))
                .containsExactly(A);
    }
}
