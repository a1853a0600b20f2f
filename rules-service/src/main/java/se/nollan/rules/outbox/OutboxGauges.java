package se.nollan.rules.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;

/** How many messages are parked, for the operator. The last known figure stands while the database is away. */
@ApplicationScoped
class OutboxGauges {

    private final SessionFactory sessions;
    private final OutboxRepository outbox;
    private final AtomicLong parked;

    OutboxGauges(SessionFactory sessions, OutboxRepository outbox, MeterRegistry metrics) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.parked = Objects.requireNonNull(metrics.gauge("nollan.outbox.parked", new AtomicLong()));
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sessions.withTransaction(outbox::parked)
                .invoke(parked::set)
                .replaceWithVoid()
                // The health check and the relay tell of an outage; a gauge need not.
                .onFailure()
                .recoverWithNull();
    }
}
