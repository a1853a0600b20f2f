package se.nollan.ingest.retention;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.outbox.ParkedMessages;
import se.nollan.ingest.deadletter.DeadLetterRepository;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.slice.DroppedDays;
import se.nollan.ingest.submission.ReportedRows;

/** Drops what has been kept for its time, in small transactions; one replica at a time. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    /** Any number, so long as nothing else of this service takes the same. */
    private static final long LOCK = 7_301_001L;

    private final SessionFactory sessions;
    private final DroppedDays contacts;
    private final ReportedRows reports;
    private final ParkedMessages parked;
    private final DeadLetterRepository deadLetterRepository;
    private final Clock clock;
    private final RetentionTimes times;
    private final Period correctionWindow;

    Retention(
            SessionFactory sessions,
            DroppedDays contacts,
            ReportedRows reports,
            ParkedMessages parked,
            DeadLetterRepository deadLetterRepository,
            Clock clock,
            @ConfigProperty(name = "nollan.retention") Period keepContacts,
            @ConfigProperty(name = "nollan.retention-reports") Period keepReports,
            @ConfigProperty(name = "nollan.retention-parked") Period keepParked,
            @ConfigProperty(name = "nollan.retention-dead-letters") Period keepDeadLetters,
            @ConfigProperty(name = "nollan.correction-window") Period correctionWindow) {
        this.sessions = sessions;
        this.contacts = contacts;
        this.reports = reports;
        this.parked = parked;
        this.deadLetterRepository = deadLetterRepository;
        this.clock = clock;
        this.times = new RetentionTimes(keepContacts, keepReports, keepParked, keepDeadLetters);
        this.correctionWindow = correctionWindow;
    }

    void check(@Observes StartupEvent start) {
        times.checkCovers(correctionWindow, today());
    }

    @Scheduled(
            every = "{nollan.housekeeping-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> drop() {
        var today = today();
        // The day is closed before its contacts go: whoever sends some is told, and nothing is half there.
        return whileThereIs(session ->
                        contacts.close(session, times.contactsFrom(today)).replaceWith(false))
                .chain(() -> whileThereIs(contacts::dropSome))
                .chain(() -> whileThereIs(session -> reports.dropSome(session, since(times.reports()))))
                .chain(() -> whileThereIs(session -> parked.dropSome(session, since(times.parked()))))
                .chain(() ->
                        whileThereIs(session -> deadLetterRepository.dropSome(session, since(times.deadLetters()))))
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
        return Multi.createBy()
                .repeating()
                .uni(() -> sessions.withTransaction(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                        .setParameter("lock", LOCK)
                        .getSingleResult()
                        .chain(alone ->
                                alone ? step.apply(session) : Uni.createFrom().item(false))))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Instant since(Period kept) {
        return today().minus(kept).atStartOfDay(TimeText.STOCKHOLM).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(TimeText.STOCKHOLM));
    }
}
