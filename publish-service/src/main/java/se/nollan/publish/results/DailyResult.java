package se.nollan.publish.results;

import java.time.LocalDate;

/**
 * The counts of a unit, a Stockholm day and a channel, as rules-service evaluated them.
 *
 * @param unit HSA-id of the measured unit
 * @param revision grows with every change of the result
 * @param registerVersion the register that the contacts were evaluated by
 */
public record DailyResult(
        String unit,
        LocalDate date,
        Channel channel,
        long revision,
        Counts counts,
        RuleSet ruleSet,
        long registerVersion) {}
