package se.nollan.publish.submissions;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The message that tells where a submission stands. */
@RegisterForReflection
record SubmissionMessage(
        String id,
        long revision,
        String provider,
        String system,
        LocalDate from,
        LocalDate to,
        String state,
        Instant receivedAt,
        Instant changedAt,
        @Nullable List<FindingBody> findings,
        List<LineBody> slices) {

    /** The slices of one line: the revision that stands of each day. */
    record LineBody(String line, List<String> units, Map<LocalDate, Long> days) {
        LineBody {
            Objects.requireNonNull(line, "line is missing");
            units = List.copyOf(units);
            days = Map.copyOf(days);
        }
    }

    /** How many of its rows a rule found something in. A rule that this service has no use for is as good as any. */
    record FindingBody(String rule, long count) {
        FindingBody {
            Objects.requireNonNull(rule, "rule is missing");
        }
    }

    /** Rows in which that rule found something. */
    long found(String rule) {
        return findings == null
                ? 0
                : findings.stream()
                        .filter(finding -> finding.rule.equals(rule))
                        .mapToLong(FindingBody::count)
                        .sum();
    }

    /** @throws IllegalArgumentException when the state is a word that nobody knows */
    SubmissionMessage {
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
