package se.nollan.ingest.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sender asked for: the parameters of a submission, checked.
 *
 * @param lines null: all that the register gives the source
 * @param idempotencyKey by which the sender knows its request; null: none
 * @param dryRun whether it only wants to know what would become of it
 */
public record SubmissionRequest(
        UUID id,
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
        @Nullable String idempotencyKey,
        boolean dryRun) {}
