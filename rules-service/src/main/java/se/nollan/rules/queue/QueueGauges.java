package se.nollan.rules.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;

/** How much waits to be evaluated, for the operator. The last known figures stand while the database is away. */
@ApplicationScoped
class QueueGauges {

    private final SessionFactory sessions;
    private final Backlog backlog;
    private final Clock clock;
    private final AtomicLong dirty;
    private final AtomicLong oldestSeconds;
    private final AtomicLong background;
    private final AtomicLong parked;
    private final AtomicLong groups;
    private final AtomicLong refusedGroups;

    QueueGauges(SessionFactory sessions, Backlog backlog, Clock clock, MeterRegistry metrics) {
        this.sessions = sessions;
        this.backlog = backlog;
        this.clock = clock;
        this.dirty = gauge(metrics, "nollan.evaluation.dirty");
        this.oldestSeconds = gauge(metrics, "nollan.evaluation.oldest.seconds");
        this.background = gauge(metrics, "nollan.evaluation.background");
        this.parked = gauge(metrics, "nollan.evaluation.parked");
        this.groups = gauge(metrics, "nollan.contacts.waiting.groups");
        this.refusedGroups = gauge(metrics, "nollan.contacts.refused.groups");
    }

    private static AtomicLong gauge(MeterRegistry metrics, String name) {
        return Objects.requireNonNull(metrics.gauge(name, new AtomicLong()));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sessions.withTransaction(backlog::counts)
                .invoke(counts -> {
                    dirty.set(counts.dirty());
                    oldestSeconds.set(secondsSince(counts.oldest()));
                    background.set(counts.background());
                    parked.set(counts.parked());
                    groups.set(counts.groups());
                    refusedGroups.set(counts.refusedGroups());
                })
                .replaceWithVoid()
                // The health check and the worker tell of an outage; a gauge need not.
                .onFailure()
                .recoverWithNull();
    }

    private long secondsSince(@Nullable Instant instant) {
        return instant == null ? 0 : Duration.between(instant, clock.instant()).toSeconds();
    }
}
