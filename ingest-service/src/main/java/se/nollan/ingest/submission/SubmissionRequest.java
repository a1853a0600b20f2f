package se.nollan.ingest.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sender asked for: the parameters of a submission, checked. */
record SubmissionRequest(
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
        String sentBy) {}
