package se.nollan.rules.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhatIfBudgetTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");

    private static SortedMap<LocalDate, Long> days(long... contacts) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (int i = 0; i < contacts.length; i++) {
            days.put(FIRST.plusDays(i), contacts[i]);
        }
        return days;
    }

    @Test
    @DisplayName("Small days are judged together, large ones one after another, each once and in order")
    void daysArePortioned() {
        assertThat(WhatIfBudget.portions(days(100, 200, 300), 2))
                .containsExactly(List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2)));
        assertThat(WhatIfBudget.portions(days(50_000, 40_000, 1_000, 60_000), 2))
                .containsExactly(
                        List.of(FIRST), List.of(FIRST.plusDays(1), FIRST.plusDays(2)), List.of(FIRST.plusDays(3)));
        assertThat(WhatIfBudget.portions(days(), 2)).isEmpty();
    }

    @Test
    @DisplayName("The more rule sets, the fewer contacts are judged at a time")
    void ruleSetsTakeRoom() {
        assertThat(WhatIfBudget.portions(days(10_000, 10_000), 2)).hasSize(1);
        assertThat(WhatIfBudget.portions(days(10_000, 10_000), 25)).hasSize(2);
    }

    @Test
    @DisplayName("A day that is too large for the memory of one question is refused, and named")
    void aDayTooLargeIsRefused() {
        assertThat(WhatIfBudget.portions(days(61_538), 2)).hasSize(1);
        assertThatThrownBy(() -> WhatIfBudget.portions(days(10, 61_539), 2))
                .isInstanceOf(WhatIfBudget.TooMuch.class)
                .hasMessageContaining("61539 contacts on 2026-10-02 under 2 rule sets");
    }

    @Test
    @DisplayName("A question of too many judgements is refused")
    void tooManyJudgementsAreRefused() {
        long[] days = new long[60];
        Arrays.fill(days, 8_000);

        assertThat(WhatIfBudget.portions(days(days), 20)).isNotEmpty();
        assertThatThrownBy(() -> WhatIfBudget.portions(days(days), 21))
                .isInstanceOf(WhatIfBudget.TooMuch.class)
                .hasMessageContaining("480000 contacts under 21 rule sets");
    }
}
