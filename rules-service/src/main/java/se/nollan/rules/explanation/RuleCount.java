package se.nollan.rules.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.nollan.rules.measure.Rule;
import se.nollan.rules.measure.RuleText;
import se.nollan.rules.measure.Tally;

/** How many contacts a rule gave a disposition. */
public record RuleCount(String disposition, RuleText rule, long count) {

    /** By disposition, then by rule. */
    static List<RuleCount> of(Collection<Tally> tallies) {
        List<RuleCount> counts = new ArrayList<>();
        add(counts, "HIT", tallies, Tally::hitsBy);
        add(counts, "MISS", tallies, Tally::missesBy);
        add(counts, "EXCLUDED", tallies, Tally::excludedBy);
        add(counts, "MERGED", tallies, Tally::mergedBy);
        return counts;
    }

    private static void add(
            List<RuleCount> counts,
            String disposition,
            Collection<Tally> tallies,
            Function<Tally, Map<Rule, Long>> by) {
        Map<Rule, Long> sums = new EnumMap<>(Rule.class);
        tallies.forEach(tally -> by.apply(tally).forEach((rule, count) -> sums.merge(rule, count, Long::sum)));
        sums.forEach((rule, count) -> counts.add(new RuleCount(disposition, RuleText.of(rule), count)));
    }
}
