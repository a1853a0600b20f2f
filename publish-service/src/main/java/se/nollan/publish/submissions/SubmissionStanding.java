package se.nollan.publish.submissions;

import java.time.LocalDate;

/**
 * A submission of a month and how far it has come.
 *
 * @param provider organisation number
 * @param from first day of its period
 * @param to last day of its period
 * @param outstandingSlices how many of its slices in the month are not evaluated yet
 */
public record SubmissionStanding(
        String id,
        String provider,
        String system,
        LocalDate from,
        LocalDate to,
        String state,
        long outstandingSlices) {}
