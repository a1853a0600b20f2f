package se.nollan.publish.results;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a unit, a Stockholm day and a channel, as rules-service evaluated them.
 *
 * @param unit HSA-id of the measured unit
 * @param revision grows with every change of the result
 * @param effects what other readings would change; null when the result does not say
 * @param registerVersion the register that the contacts were evaluated by
 */
public record DailyResult(
        String unit,
        LocalDate date,
        Channel channel,
        long revision,
        Counts counts,
        @Nullable List<Effect> effects,
        RuleSet ruleSet,
        long registerVersion) {}
