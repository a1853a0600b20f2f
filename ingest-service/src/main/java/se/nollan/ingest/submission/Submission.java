package se.nollan.ingest.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;

/**
 * A submission as it stands.
 *
 * @param source the database's number of provider and system
 * @param profile the layout of the body
 * @param lines the lines that the sender named; null: all that the register gives the source
 * @param saidEmpty whether the sender said that there were no contacts
 * @param acceptErrors whether the sender takes any number of errors, on record
 * @param replaces the system whose contacts it takes the place of; null: of none
 * @param sentBy client id of the sender
 * @param repeats an earlier one with the same body for the same days; null: none is known
 * @param registerVersion by which its lines were resolved
 * @param revision grows with every change of state
 */
public record Submission(
        UUID id,
        int source,
        String provider,
        String system,
        String profile,
        LocalDate from,
        LocalDate to,
        @Nullable List<String> lines,
        boolean saidEmpty,
        boolean acceptErrors,
        @Nullable String replaces,
        String sentBy,
        @Nullable UUID repeats,
        long registerVersion,
        SubmissionState state,
        long revision,
        Instant receivedAt,
        Instant changedAt,
        RowCounts counts,
        Report report) {}
