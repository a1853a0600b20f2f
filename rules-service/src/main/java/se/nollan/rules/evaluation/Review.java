package se.nollan.rules.evaluation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;

/**
 * Once after a start: marks what stands by other rules than those in force now. A new edition, calendar or setting goes through the same
 * queue as everything else, and what was parked is tried again. Sealed days stay as they are.
 */
@ApplicationScoped
class Review {

    private static final Logger LOG = Logger.getLogger(Review.class);

    private record Month(YearMonth month, String ruleSet) {}

    private final AtomicBoolean done = new AtomicBoolean();
    private final SessionFactory sessions;
    private final Editions editions;
    private final ResultJson json;

    Review(SessionFactory sessions, Editions editions, ResultJson json) {
        this.sessions = sessions;
        this.editions = editions;
        this.json = json;
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> untilItIsDone() {
        return done.get()
                ? Uni.createFrom().voidItem()
                : sessions.withTransaction(session -> mark(session))
                        .invoke(() -> done.set(true))
                        .onFailure()
                        .recoverWithItem(failure -> {
                            LOG.warnf(
                                    "The review of the rule sets waits: %s",
                                    failure.getClass().getName());
                            return null;
                        });
    }

    private Uni<Void> mark(Session session) {
        return session.createNativeQuery("""
                        update dirty set parked_at = null, reason = null where parked_at is not null
                        """)
                .executeUpdate()
                .chain(() -> months(session))
                .chain(months -> {
                    Uni<Void> marked = Uni.createFrom().voidItem();
                    for (Month month : months) {
                        marked = marked.chain(() -> mark(session, month));
                    }
                    return marked;
                });
    }

    private Uni<List<Month>> months(Session session) {
        return session.createNativeQuery("""
                        select distinct cast(date_trunc('month', day) as date), rule_set from result_head
                        where day >= (select days_before from seal)
                        """, Object[].class).getResultList().map(rows -> rows.stream()
                .map(row -> new Month(YearMonth.from((LocalDate) row[0]), (String) row[1]))
                .filter(month -> !month.ruleSet.equals(inForce(month.month)))
                .toList());
    }

    private String inForce(YearMonth month) {
        try {
            return json.text(json.ruleSet(editions.ruleSet(month.atDay(1))));
        } catch (IllegalArgumentException noneAnyMore) {
            return "";
        }
    }

    private Uni<Void> mark(Session session, Month month) {
        LOG.infof("%s is evaluated again: other rules are in force", month.month);
        return session.createNativeQuery("""
                        insert into dirty (root, day)
                        select distinct root, day from result_head
                        where day between :first and :last and rule_set = :ruleSet
                          and day >= (select days_before from seal)
                        order by root, day
                        on conflict (root, day) do update set parked_at = null, reason = null
                        """)
                .setParameter("first", month.month.atDay(1))
                .setParameter("last", month.month.atEndOfMonth())
                .setParameter("ruleSet", month.ruleSet)
                .executeUpdate()
                .replaceWithVoid();
    }
}
