package se.nollan.rules.whatif;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import se.nollan.rules.measure.RuleSet;

/**
 * What a question is answered by.
 *
 * @param rules by month
 */
record WhatIfInput(WhatIfScope scope, SortedMap<YearMonth, Rules> rules) {

    /** The rule set compared with, and the others. */
    record Rules(RuleSet base, List<RuleSet> others) {}
}
