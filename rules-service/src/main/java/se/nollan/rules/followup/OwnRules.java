package se.nollan.rules.followup;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.ClosedQueueHours;
import se.nollan.rules.measure.RegionalRules;
import se.nollan.rules.measure.RuleSet;

/**
 * What a region asks for in its own follow-up.
 *
 * @param requiredAttempts how many unanswered callbacks on the day complete a case (P-C2), 1 to 20
 * @param closedQueueFrom from when a call to a closed queue counts (P-X9), local time
 * @param closedQueueTo until when
 * @param targetMinutes within how many minutes a callback should have been made; null where the region sets no target
 */
public record OwnRules(
        int requiredAttempts,
        LocalTime closedQueueFrom,
        LocalTime closedQueueTo,
        @Nullable Integer targetMinutes) {

    /** The national rules, as far as these go. */
    static final OwnRules NATIONAL =
            new OwnRules(1, ClosedQueueHours.NATIONAL.from(), ClosedQueueHours.NATIONAL.to(), null);

    /**
     * These over the national rules of a month.
     *
     * @throws IllegalArgumentException if they cannot be asked for; the message says why
     */
    public RegionalRules over(RuleSet national) {
        RegionalRules rules =
                RegionalRules.of(national).requiringAttempts(requiredAttempts).countingClosedQueue(hours());
        return targetMinutes == null ? rules : rules.callingBackWithin(targetMinutes);
    }

    public ClosedQueueHours hours() {
        return new ClosedQueueHours(closedQueueFrom, closedQueueTo);
    }
}
