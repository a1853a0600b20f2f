package se.nollan.rules.queue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Results made again although nothing came: asked for by an operator, because of a new version of the register, or because other rules
 * are in force.
 *
 * @param reason {@code operator}, {@code register} or {@code rules}
 * @param from the first day, and {@code to} the last
 * @param unitDays how many unit-days of the period had results when it was asked for
 * @param evaluated how many of them are done
 * @param waiting how many wait in the queue now; more are put there as these are done
 * @param parked how many cannot be evaluated: see the queue
 * @param finishedAt when the last was done; null: at work
 */
public record ReEvaluation(
        long id,
        String reason,
        LocalDate from,
        LocalDate to,
        String askedBy,
        Instant askedAt,
        long unitDays,
        long evaluated,
        long waiting,
        long parked,
        @Nullable Instant finishedAt) {}
