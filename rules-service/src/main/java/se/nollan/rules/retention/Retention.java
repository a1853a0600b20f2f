package se.nollan.rules.retention;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.messaging.SerialWork;
import se.nollan.rules.intake.WaitingRepository;
import se.nollan.rules.slice.SealRepository;

/** Seals days and drops what has been kept for its time, in small transactions; one replica at a time. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** Any number, so long as nothing else of this service takes the same. */
    private static final long LOCK = 7_401_003L;

    private final SessionFactory sessions;
    private final SealRepository seals;
    private final WaitingRepository waiting;
    private final Clock clock;
    private final Period contacts;
    private final Period parts;

    Retention(
            SessionFactory sessions,
            SealRepository seals,
            WaitingRepository waiting,
            Clock clock,
            @ConfigProperty(name = "nollan.retention") Period contacts,
            @ConfigProperty(name = "nollan.retention-waiting") Period parts) {
        this.sessions = sessions;
        this.seals = seals;
        this.waiting = waiting;
        this.clock = clock;
        this.contacts = contacts;
        this.parts = parts;
    }

    @Scheduled(
            every = "{nollan.housekeeping-every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> drop() {
        LocalDate today = LocalDate.now(clock.withZone(STOCKHOLM));
        // Sealed first, and committed: from then on nobody reads what goes.
        return whileThereIs(
                        session -> seals.raise(session, today.minus(contacts)).replaceWith(false))
                .chain(() -> whileThereIs(seals::dropSome))
                .chain(() -> whileThereIs(session -> waiting.dropSome(
                        session, today.minus(parts).atStartOfDay(STOCKHOLM).toInstant())))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "What is past its time is dropped later: %s",
                            failure.getClass().getName());
                    return null;
                });
    }

    /** Each step is a transaction of its own; a step that another replica is at ends it. */
    private Uni<Void> whileThereIs(Function<Session, Uni<Boolean>> step) {
        return SerialWork.repeat(() -> sessions.withTransaction(session -> session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", LOCK)
                .getSingleResult()
                .chain(alone -> alone ? step.apply(session) : Uni.createFrom().item(false))));
    }
}
