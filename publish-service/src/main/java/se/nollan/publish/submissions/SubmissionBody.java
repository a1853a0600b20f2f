package se.nollan.publish.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The message that tells where a submission stands. */
record SubmissionBody(
        String id,
        long revision,
        String provider,
        String system,
        LocalDate from,
        LocalDate to,
        String state,
        Instant receivedAt,
        Instant changedAt,
        List<LineBody> slices) {

    /** The slices of one line: the revision that stands of each day. */
    record LineBody(String line, List<String> units, Map<LocalDate, Long> days) {
        LineBody {
            Objects.requireNonNull(line, "line is missing");
            units = List.copyOf(units);
            days = Map.copyOf(days);
        }
    }

    /** @throws IllegalArgumentException when the state is a word that nobody knows */
    SubmissionBody {
        Objects.requireNonNull(id, "id is missing");
        Objects.requireNonNull(provider, "provider is missing");
        Objects.requireNonNull(system, "system is missing");
        Objects.requireNonNull(from, "from is missing");
        Objects.requireNonNull(to, "to is missing");
        Objects.requireNonNull(receivedAt, "receivedAt is missing");
        Objects.requireNonNull(changedAt, "changedAt is missing");
        SubmissionState.of(state);
        slices = List.copyOf(slices);
    }
}
