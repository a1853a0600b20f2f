package se.nollan.rules.queue;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.SerialWork;
import se.nollan.rules.ruleset.AnnouncedRules;
import se.nollan.rules.ruleset.RulesInForce;

/** Puts what is to be evaluated again into the queue, a day at a time and never much at once; one replica at a time. */
@ApplicationScoped
class ReEvaluationMarker {

    /** Any number, so long as nothing else of this service takes the same. */
    private static final long LOCK = 7_401_004L;

    /** Some seconds of work. */
    private static final int ENOUGH = 2_000;

    private final SerialWork serialWork = new SerialWork("Marking what is to be evaluated again", this::markDays);
    private final SessionFactory sessions;
    private final ReEvaluationRepository reEvaluationRepository;
    private final RegisterRetouch registerRetouch;
    private final RulesInForce inForce;
    private final AnnouncedRules announcedRules;
    private final QueueSignal queueSignal;

    ReEvaluationMarker(
            SessionFactory sessions,
            ReEvaluationRepository reEvaluationRepository,
            RegisterRetouch registerRetouch,
            RulesInForce inForce,
            AnnouncedRules announcedRules,
            QueueSignal queueSignal) {
        this.sessions = sessions;
        this.reEvaluationRepository = reEvaluationRepository;
        this.registerRetouch = registerRetouch;
        this.inForce = inForce;
        this.announcedRules = announcedRules;
        this.queueSignal = queueSignal;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> poll() {
        return serialWork.take();
    }

    private Uni<Void> markDays() {
        return SerialWork.repeat(() -> sessions.withTransaction(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                        .setParameter("lock", LOCK)
                        .getSingleResult()
                        .chain(alone -> alone
                                ? announcedRules.holdIfNewest(session)
                                : Uni.createFrom().item(false))
                        .chain(mine ->
                                mine ? markNext(session) : Uni.createFrom().item(false)))
                .invoke(marked -> {
                    if (marked) {
                        queueSignal.announce();
                    }
                }));
    }

    /** Marks one day of the first that has one left; whether it did. */
    private Uni<Boolean> markNext(Session session) {
        return reEvaluationRepository
                .atWork(session)
                .chain(atWork -> atWork.isEmpty()
                        ? Uni.createFrom().item(false)
                        : reEvaluationRepository
                                .areEnough(session, ENOUGH)
                                .chain(enough -> enough ? Uni.createFrom().item(false) : mark(session, atWork)));
    }

    private Uni<Boolean> mark(Session session, List<ReEvaluationRepository.AtWork> atWork) {
        ReEvaluationRepository.AtWork first = atWork.get(0);
        return nextDay(session, first).chain(day -> {
            if (day != null) {
                return mark(session, first, day)
                        .chain(marked -> reEvaluationRepository.dayMarked(session, first, day, marked))
                        .replaceWith(true);
            }
            List<ReEvaluationRepository.AtWork> others = atWork.subList(1, atWork.size());
            return reEvaluationRepository
                    .marked(session, first)
                    .chain(() -> others.isEmpty() ? Uni.createFrom().item(false) : mark(session, others));
        });
    }

    private Uni<@Nullable LocalDate> nextDay(Session session, ReEvaluationRepository.AtWork which) {
        return which.isForRegister()
                ? registerRetouch.nextDay(session, which.id(), which.nextDay(), which.lastDay())
                : reEvaluationRepository.nextDay(session, which.nextDay(), which.lastDay());
    }

    private Uni<Integer> mark(Session session, ReEvaluationRepository.AtWork which, LocalDate day) {
        return which.isForRegister()
                ? registerRetouch.mark(session, which.id(), day)
                : reEvaluationRepository.mark(session, which, day, which.isForRules() ? inForce.of(day) : null);
    }
}
