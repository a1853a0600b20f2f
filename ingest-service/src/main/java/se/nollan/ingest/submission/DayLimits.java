package se.nollan.ingest.submission;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.slice.SourceRepository;
import se.nollan.ingest.slice.SourceRepository.Crowded;

/** How many contacts of a day are carried on. More are likelier a default date of the system than so many calls; and every service would hold them at once. */
@ApplicationScoped
class DayLimits {
    private final SourceRepository sources;
    private final long rowsPerSlice;
    private final long rowsPerUnitDay;

    DayLimits(
            SourceRepository sources,
            @ConfigProperty(name = "nollan.limits.rows-per-slice") long rowsPerSlice,
            @ConfigProperty(name = "nollan.limits.rows-per-unit-day") long rowsPerUnitDay) {
        this.sources = sources;
        this.rowsPerSlice = rowsPerSlice;
        this.rowsPerUnitDay = rowsPerUnitDay;
    }

    /** Why a staged submission must not be put in place; empty: it keeps to the limits. */
    Uni<Optional<Report.Refusal>> refusal(Session session, UUID submission) {
        return sources.crowded(session, submission, rowsPerSlice, rowsPerUnitDay)
                .map(crowded -> crowded.isEmpty() ? Optional.empty() : Optional.of(tooManyOfADay(crowded)));
    }

    private Report.Refusal tooManyOfADay(List<Crowded> crowded) {
        var told = crowded.stream()
                .map(one -> one.what() + " has " + one.contacts() + " contacts on " + one.day())
                .collect(joining("; "));
        return new Report.Refusal(
                "TOO_MANY_OF_A_DAY",
                "A line may have " + rowsPerSlice + " contacts of a day, and a unit " + rowsPerUnitDay + ": " + told
                        + ". Check whether createdAt is a default date of the system.");
    }
}
