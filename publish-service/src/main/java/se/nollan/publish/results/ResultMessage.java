package se.nollan.publish.results;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The message that carries a result. Its rule set has edition and calendar, and beside them every switch by its name. */
@RegisterForReflection
record ResultMessage(
        String unit,
        LocalDate date,
        String channel,
        long revision,
        long contactsIn,
        long hits,
        long misses,
        long excluded,
        long merged,
        ByRule byRule,
        SortedMap<String, Object> ruleSet,
        @Nullable List<Effect> effects,
        @Nullable SignalsMessage signals,
        @Nullable SortedSet<Integer> workingDays,
        long registerVersion,
        Instant evaluatedAt) {

    private static final Pattern RULE = Pattern.compile("[SPCE]-[A-Z]?[0-9]+");

    /** Contacts of each disposition by rule. */
    record ByRule(
            SortedMap<String, Long> hit,
            SortedMap<String, Long> miss,
            SortedMap<String, Long> excluded,
            SortedMap<String, Long> merged) {}

    ResultMessage {
        Objects.requireNonNull(unit, "unit is missing");
        Objects.requireNonNull(date, "date is missing");
        Objects.requireNonNull(evaluatedAt, "evaluatedAt is missing");
    }

    /** @throws IllegalArgumentException when it does not balance, or has a word or rule that nobody knows */
    DailyResult toResult() {
        Counts counts = new Counts(contactsIn, byRule.hit, byRule.miss, byRule.excluded, byRule.merged);
        if (counts.hits() != hits
                || counts.misses() != misses
                || counts.excludedContacts() != excluded
                || counts.mergedContacts() != merged) {
            throw new Unbalanced("the counts by rule do not add up to the counts");
        }
        List.of(counts.hit(), counts.miss(), counts.excluded(), counts.merged()).forEach(ResultMessage::checkRules);
        if (signals != null) {
            signals.toSignals();
        }
        return new DailyResult(
                unit, date, Channel.ofResult(channel), revision, counts, effects, ruleSet(ruleSet), registerVersion);
    }

    /** @throws IllegalArgumentException when edition or calendar is not given */
    static RuleSet ruleSet(Map<String, Object> flat) {
        TreeMap<String, Object> switches = new TreeMap<>(flat);
        if (switches.remove("edition") instanceof String edition
                && switches.remove("calendar") instanceof String calendar) {
            return new RuleSet(edition, calendar, switches);
        }
        throw new IllegalArgumentException("a rule set without edition or calendar");
    }

    private static void checkRules(Map<String, Long> byRule) {
        for (String rule : byRule.keySet()) {
            if (!RULE.matcher(rule).matches()) {
                throw new IllegalArgumentException("unknown rule");
            }
        }
    }
}
