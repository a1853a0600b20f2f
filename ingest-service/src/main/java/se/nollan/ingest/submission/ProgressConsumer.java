package se.nollan.ingest.submission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.ingest.http.Outage;
import se.nollan.ingest.outbox.Outbox;
import se.nollan.ingest.slice.Slices;

/** Learns from rules-service which slices are in the figures, and with them which submissions. */
@ApplicationScoped
class ProgressConsumer {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final SessionFactory sessions;
    private final Slices slices;
    private final Announcements announcements;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    ProgressConsumer(
            SessionFactory sessions,
            Slices slices,
            Announcements announcements,
            Outbox outbox,
            ObjectMapper json,
            Clock clock) {
        this.sessions = sessions;
        this.slices = slices;
        this.announcements = announcements;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** What this service reads of the message. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Progress(List<SliceRevision> slices) {}

    /** A slice revision whose unit-days are all evaluated. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SliceRevision(String provider, String system, String line, LocalDate date, long revision) {
        SliceRevision {
            if (provider == null || system == null || line == null || date == null || revision < 1) {
                throw new IllegalArgumentException("A slice revision lacks a field");
            }
        }
    }

    /** Acknowledged after the commit; what cannot be read goes to the dead letters, an outage is waited out. */
    @Incoming("progress")
    Uni<Void> consume(byte[] body) {
        var here = MutinyHelper.executor(Vertx.currentContext());
        return Uni.createFrom().item(() -> read(body)).chain(evaluated -> Uni.createFrom()
                .deferred(() -> store(evaluated))
                .runSubscriptionOn(here)
                .onFailure(failure -> Outage.of(failure).isPresent())
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely());
    }

    private Uni<Void> store(String evaluated) {
        return sessions.withTransaction(session -> slices.evaluated(session, evaluated)
                        .chain(() -> evaluate(session, evaluated))
                        .call(ids -> announcements.announce(session, ids)))
                .invoke(ids -> {
                    if (!ids.isEmpty()) {
                        outbox.nudge();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<UUID>> evaluate(Session session, String evaluated) {
        return session.createNativeQuery(SubmissionSql.EVALUATE, UUID.class)
                .setParameter("slices", evaluated)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private String read(byte[] body) {
        try {
            var progress = json.readValue(body, Progress.class);
            if (progress.slices() == null) {
                throw new IllegalArgumentException("A progress message lacks its slices");
            }
            return json.writeValueAsString(progress.slices());
        } catch (IOException e) {
            throw new IllegalArgumentException("A progress message cannot be read");
        }
    }
}
