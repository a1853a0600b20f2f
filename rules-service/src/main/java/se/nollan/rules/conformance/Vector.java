package se.nollan.rules.conformance;

import java.util.Map;
import se.nollan.rules.measure.RuleText;

/**
 * A conformance vector, as far as answers are held against it.
 *
 * @param set the set that it is of: {@code phone}, {@code chat} or {@code editions}
 * @param rule the rule, or the edition, that it is about
 * @param why what happens in it
 * @param dispositions what each contact must become
 * @param rules which rule decides that
 * @param tallies {@code unit date channel} to {@code hits/counted}, for what anything is counted of
 */
record Vector(
        String id,
        String set,
        String rule,
        Text why,
        Map<String, String> dispositions,
        Map<String, RuleText> rules,
        Map<String, String> tallies) {}
