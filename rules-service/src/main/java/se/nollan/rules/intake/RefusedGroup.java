package se.nollan.rules.intake;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A group of contacts whose parts do not fit together, so that none of its slices could be taken in.
 *
 * @param submission the submission that it is of
 * @param from the first of its days, and {@code to} the last
 */
public record RefusedGroup(
        String group, String submission, LocalDate from, LocalDate to, int parts, String reason, Instant refusedAt) {}
