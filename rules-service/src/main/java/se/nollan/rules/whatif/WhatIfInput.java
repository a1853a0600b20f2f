package se.nollan.rules.whatif;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.slice.StandingSlice;

/**
 * What a question is answered from, all seen at one moment.
 *
 * @param rules by month
 * @param slices those that touch the units on the days, each once, by day
 */
record WhatIfInput(WhatIfScope scope, SortedMap<YearMonth, Rules> rules, List<StandingSlice> slices) {

    /** The rule set compared with, and the others. */
    record Rules(RuleSet base, List<RuleSet> others) {}
}
