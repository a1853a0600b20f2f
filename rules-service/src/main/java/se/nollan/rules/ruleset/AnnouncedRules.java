package se.nollan.rules.ruleset;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.base.database.AdvisoryLock;
import se.nollan.base.messaging.Workers;

/**
 * The rules of every replica that is alive. While a new version or another setting rolls out, replicas differ: only those with the rules
 * that were announced last evaluate, the others stand back, so that no month mixes two rule sets (design, invariant 2). Sole writer of
 * {@code announced_rules} and {@code reviewed_rules}.
 */
@ApplicationScoped
public class AnnouncedRules {

    private static final Logger LOG = Logger.getLogger(AnnouncedRules.class);

    /** Any number, so long as nothing else of this service takes the same. */
    private static final AdvisoryLock LOCK = new AdvisoryLock(7_401_006L);

    /** Who has not been seen for so long is taken for dead. */
    private static final String ALIVE = " > clock_timestamp() - interval '1 minute'";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String replica = UUID.randomUUID().toString();
    private final AtomicInteger standsBack;
    private final SessionFactory sessions;
    private final String own;

    AnnouncedRules(SessionFactory sessions, RulesInForce inForce, MeterRegistry metrics) {
        this.sessions = sessions;
        this.own = inForce.hash();
        this.standsBack = Objects.requireNonNull(metrics.gauge("nollan.evaluation.stands.back", new AtomicInteger()));
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> announce() {
        return sessions.withTransaction(session -> isKnown(session)
                        .chain(known -> known ? Uni.createFrom().voidItem() : comeIn(session))
                        .chain(() -> newest(session)))
                .invoke(newest -> note(own.equals(newest)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "The rules in force are announced later: %s",
                            failure.getClass().getName());
                    return null;
                });
    }

    /** So that others need not wait until it is taken for dead. */
    void leave(@Observes ShutdownEvent stopping) {
        try {
            Workers.await(() -> sessions.withTransaction(
                            session -> session.createNativeQuery("delete from announced_rules where replica = :me")
                                    .setParameter("me", replica)
                                    .executeUpdate())
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail());
        } catch (RuntimeException away) {
            LOG.warnf(
                    "This replica is taken for dead in a minute: %s",
                    away.getClass().getName());
        }
    }

    private void note(boolean newest) {
        if (standsBack.getAndSet(newest ? 0 : 1) == (newest ? 1 : 0)) {
            LOG.info(
                    newest
                            ? "The rules of this replica are the newest: it evaluates"
                            : "Another replica has newer rules: this one evaluates nothing while that one is alive");
        }
    }

    private Uni<Boolean> isKnown(Session session) {
        return session.createNativeQuery(
                        "update announced_rules set seen_at = clock_timestamp() where replica = :me and seen_at"
                                + ALIVE)
                .setParameter("me", replica)
                .executeUpdate()
                .map(updated -> updated > 0);
    }

    /** When it commits no round by other rules is under way, and none begins. */
    private Uni<Void> comeIn(Session session) {
        return LOCK.hold(session)
                .chain(() -> session.createNativeQuery("delete from announced_rules where not seen_at" + ALIVE)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery("""
                                insert into announced_rules (replica, rules, since, seen_at)
                                values (:me, :rules,
                                  coalesce((select min(since) from announced_rules where rules = :rules), clock_timestamp()),
                                  clock_timestamp())
                                """)
                        .setParameter("me", replica)
                        .setParameter("rules", own)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether this replica has the newest rules. If so, none with newer ones comes in until the transaction ends. */
    public Uni<Boolean> holdIfNewest(Session session) {
        // A statement of its own reads after the lock.
        return LOCK.share(session).chain(() -> newest(session)).map(own::equals);
    }

    /** Whether this replica may evaluate: by the newest rules, and what stands by others is found. If so, it stays so until the transaction ends. */
    public Uni<Boolean> holdIfMayEvaluate(Session session) {
        return holdIfNewest(session)
                .chain(newest -> newest ? isReviewed(session) : Uni.createFrom().item(false));
    }

    /** Whether what stands was last held against the rules of this replica. */
    public Uni<Boolean> isReviewed(Session session) {
        return session.createNativeQuery("select rules from reviewed_rules", String.class)
                .getSingleResult()
                .map(own::equals);
    }

    /** Notes that it is. */
    public Uni<Void> reviewed(Session session) {
        return session.createNativeQuery("update reviewed_rules set rules = :rules")
                .setParameter("rules", own)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The rules that were announced last of those that a replica alive has; null: no replica has announced any yet. */
    public Uni<@Nullable String> newest(Session session) {
        return session.createNativeQuery(
                        "select rules from announced_rules where seen_at" + ALIVE
                                + " order by since desc, rules desc limit 1",
                        String.class)
                .getSingleResultOrNull();
    }
}
