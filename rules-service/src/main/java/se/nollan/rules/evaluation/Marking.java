package se.nollan.rules.evaluation;

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
import se.nollan.rules.contacts.Marks;
import se.nollan.rules.work.Turns;

/** Puts what is to be evaluated again into the queue, a day at a time and never much at once; one replica at a time. */
@ApplicationScoped
class Marking {

    /** Any number, so long as nothing else of this service takes the same. */
    private static final long LOCK = 7_401_004L;

    /** Some seconds of work. */
    private static final int ENOUGH = 2_000;

    private final Turns turns = new Turns("Marking what is to be evaluated again", this::markDays);
    private final SessionFactory sessions;
    private final ReEvaluations reEvaluations;
    private final RulesInForce inForce;
    private final Marks marks;

    Marking(SessionFactory sessions, ReEvaluations reEvaluations, RulesInForce inForce, Marks marks) {
        this.sessions = sessions;
        this.reEvaluations = reEvaluations;
        this.inForce = inForce;
        this.marks = marks;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> poll() {
        return turns.take();
    }

    private Uni<Void> markDays() {
        return Turns.repeat(() -> sessions.withTransaction(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                        .setParameter("lock", LOCK)
                        .getSingleResult()
                        .chain(alone ->
                                alone ? markNext(session) : Uni.createFrom().item(false)))
                .invoke(marked -> {
                    if (marked) {
                        marks.announce();
                    }
                }));
    }

    /** Marks one day of the first that has one left; whether it did. */
    private Uni<Boolean> markNext(Session session) {
        return reEvaluations
                .atWork(session)
                .chain(atWork -> atWork.isEmpty()
                        ? Uni.createFrom().item(false)
                        : reEvaluations
                                .areEnough(session, ENOUGH)
                                .chain(enough -> enough ? Uni.createFrom().item(false) : mark(session, atWork)));
    }

    private Uni<Boolean> mark(Session session, List<ReEvaluations.AtWork> atWork) {
        ReEvaluations.AtWork first = atWork.get(0);
        return reEvaluations.nextDay(session, first.nextDay(), first.lastDay()).chain(day -> {
            if (day != null) {
                return reEvaluations
                        .mark(session, first, day, unless(first, day))
                        .replaceWith(true);
            }
            List<ReEvaluations.AtWork> others = atWork.subList(1, atWork.size());
            return reEvaluations
                    .marked(session, first)
                    .chain(() -> others.isEmpty() ? Uni.createFrom().item(false) : mark(session, others));
        });
    }

    private @Nullable String unless(ReEvaluations.AtWork which, LocalDate day) {
        return which.reason().equals(ReEvaluations.BY_RULES) ? inForce.of(day) : null;
    }
}
