package se.nollan.rules.queue;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.rules.ruleset.RulesInForce;

/**
 * Once after a start: what stands by other rules than those in force now is evaluated again, behind what comes in; what was parked is
 * tried again. Sealed days stay as they are.
 */
@ApplicationScoped
class RuleChangeReview {

    private static final Logger LOG = Logger.getLogger(RuleChangeReview.class);

    /** Any number, so long as nothing else of this service takes the same. */
    private static final long LOCK = 7_401_005L;

    private final AtomicBoolean done = new AtomicBoolean();
    private final SessionFactory sessions;
    private final ReEvaluationRepository reEvaluationRepository;
    private final RulesInForce inForce;

    RuleChangeReview(SessionFactory sessions, ReEvaluationRepository reEvaluationRepository, RulesInForce inForce) {
        this.sessions = sessions;
        this.reEvaluationRepository = reEvaluationRepository;
        this.inForce = inForce;
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> untilItIsDone() {
        return done.get()
                ? Uni.createFrom().voidItem()
                : sessions.withTransaction(this::review)
                        .invoke(() -> done.set(true))
                        .onFailure()
                        .recoverWithItem(failure -> {
                            LOG.warnf(
                                    "The review of the rule sets waits: %s",
                                    failure.getClass().getName());
                            return null;
                        });
    }

    private Uni<Void> review(Session session) {
        return session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(:lock)) as held", Long.class)
                .setParameter("lock", LOCK)
                .getSingleResult()
                .chain(() -> session.createNativeQuery("""
                                update dirty set parked_at = null, reason = null where parked_at is not null
                                """).executeUpdate())
                .chain(() -> reEvaluationRepository.standing(session))
                .map(standing -> standing.stream()
                        .filter(each -> !each.ruleSet().equals(inForce.of(each.day())))
                        .toList())
                .chain(others -> others.isEmpty() ? Uni.createFrom().voidItem() : begin(session, others));
    }

    private Uni<Void> begin(Session session, List<ReEvaluationRepository.Stands> others) {
        List<LocalDate> days = others.stream()
                .map(ReEvaluationRepository.Stands::day)
                .distinct()
                .sorted()
                .toList();
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        long unitDays = others.stream()
                .mapToLong(ReEvaluationRepository.Stands::unitDays)
                .sum();
        LOG.infof(
                "Other rules are in force: %d unit-days of %d days from %s to %s are evaluated again",
                unitDays, days.size(), first, last);
        return reEvaluationRepository
                .endThoseForRules(session)
                .chain(() -> reEvaluationRepository.begin(
                        session, ReEvaluationRepository.BY_RULES, first, last, "rules-service", unitDays))
                .replaceWithVoid();
    }
}
