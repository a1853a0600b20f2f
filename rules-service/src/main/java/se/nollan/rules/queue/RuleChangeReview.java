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
import se.nollan.base.database.AdvisoryLock;
import se.nollan.rules.ruleset.AnnouncedRules;
import se.nollan.rules.ruleset.RulesInForce;

/**
 * What stands by other rules than those in force is evaluated again, behind what comes in. No replica evaluates before that has been
 * looked for by its rules, so that nothing by other rules is left behind. What was parked is tried again after a start. Sealed days stay
 * as they are.
 */
@ApplicationScoped
class RuleChangeReview {

    private static final Logger LOG = Logger.getLogger(RuleChangeReview.class);

    /** Any number, so long as nothing else of this service takes the same. */
    private static final AdvisoryLock LOCK = new AdvisoryLock(7_401_005L);

    private final AtomicBoolean sinceStart = new AtomicBoolean();
    private final SessionFactory sessions;
    private final ReEvaluationRepository reEvaluationRepository;
    private final QueueRepository queue;
    private final RulesInForce inForce;
    private final AnnouncedRules announcedRules;

    RuleChangeReview(
            SessionFactory sessions,
            ReEvaluationRepository reEvaluationRepository,
            QueueRepository queue,
            RulesInForce inForce,
            AnnouncedRules announcedRules) {
        this.sessions = sessions;
        this.reEvaluationRepository = reEvaluationRepository;
        this.queue = queue;
        this.inForce = inForce;
        this.announcedRules = announcedRules;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> whenRulesAreNew() {
        return sessions.withTransaction(session -> LOCK.hold(session)
                        .chain(() -> announcedRules.holdIfNewest(session))
                        .chain(newest -> newest
                                ? announcedRules.isReviewed(session).map(reviewed -> !reviewed || !sinceStart.get())
                                : Uni.createFrom().item(false))
                        .chain(wanted -> wanted
                                ? review(session).replaceWith(true)
                                : Uni.createFrom().item(false)))
                .invoke(done -> sinceStart.compareAndSet(false, done))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "The review of the rule sets waits: %s",
                            failure.getClass().getName());
                    return null;
                });
    }

    private Uni<Void> review(Session session) {
        return (sinceStart.get() ? Uni.createFrom().voidItem() : queue.unpark(session))
                .chain(() -> reEvaluationRepository.standing(session))
                .map(standing -> standing.stream()
                        .filter(each -> !each.ruleSet().equals(inForce.of(each.day())))
                        .toList())
                .chain(others -> others.isEmpty() ? Uni.createFrom().voidItem() : begin(session, others))
                .chain(() -> announcedRules.reviewed(session));
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
