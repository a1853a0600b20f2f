package se.nollan.rules.measure;

import org.jspecify.annotations.Nullable;

/**
 * What a region follows its own units up by, where it asks for more than the national measurement does, or for other things [11, 12].
 *
 * <p>It is no {@link RuleSet}, and a {@link RuleSet} has no place for it: {@link Measure} does not take it, and no {@link Tally} comes
 * of it. What a region asks for stays in its {@link FollowUp} and out of every national figure.
 *
 * @param national what everything else is judged by: an edition and a reading of each interpretation
 * @param requiredAttempts how many unanswered callbacks on the day complete a case (P-C2), 1 to 20
 * @param hours when a call to a closed queue counts (P-X9)
 * @param target minutes within which a callback should have been made; null where the region sets none
 */
public record RegionalRules(
        RuleSet national,
        int requiredAttempts,
        ClosedQueueHours hours,
        @Nullable Integer target) {

    /** @throws IllegalArgumentException if the attempts or the target cannot be asked for; the message says why */
    public RegionalRules {
        national.with(Interpretation.REQUIRED_ATTEMPTS, Integer.toString(requiredAttempts));
        if (target != null && target < 1) {
            throw new IllegalArgumentException("A target is a number of minutes, at least 1, not " + target + ".");
        }
    }

    /** The national rules as they are: nothing of the region's own yet. */
    public static RegionalRules of(RuleSet national) {
        return new RegionalRules(national, national.requiredAttempts, ClosedQueueHours.NATIONAL, null);
    }

    public RegionalRules requiringAttempts(int attempts) {
        return new RegionalRules(national, attempts, hours, target);
    }

    public RegionalRules countingClosedQueue(ClosedQueueHours ownHours) {
        return new RegionalRules(national, requiredAttempts, ownHours, target);
    }

    public RegionalRules callingBackWithin(int minutes) {
        return new RegionalRules(national, requiredAttempts, hours, minutes);
    }

    /** The national rules but for the attempts. */
    RuleSet asked() {
        return national.with(Interpretation.REQUIRED_ATTEMPTS, Integer.toString(requiredAttempts));
    }
}
