package se.nollan.base.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;

/** How much waits in the outbox, for the operator. The last known figures stand while the database is away. */
@IfBuildProperty(name = "nollan.outbox", stringValue = "true")
@ApplicationScoped
public class OutboxGauges {

    private final SessionFactory sessions;
    private final OutboxRepository outbox;
    private final AtomicLong waiting;
    private final AtomicLong oldestSeconds;
    private final AtomicLong parked;

    OutboxGauges(SessionFactory sessions, OutboxRepository outbox, MeterRegistry metrics) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.waiting = metrics.gauge("nollan.outbox.waiting", new AtomicLong());
        this.oldestSeconds = metrics.gauge("nollan.outbox.oldest.seconds", new AtomicLong());
        this.parked = metrics.gauge("nollan.outbox.parked", new AtomicLong());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sessions.withTransaction(outbox::backlog)
                .invoke(backlog -> {
                    waiting.set(backlog.waiting());
                    oldestSeconds.set(backlog.oldestSeconds());
                    parked.set(backlog.parked());
                })
                .replaceWithVoid()
                // The health check and the relay tell of an outage; a gauge need not.
                .onFailure()
                .recoverWithNull();
    }
}
