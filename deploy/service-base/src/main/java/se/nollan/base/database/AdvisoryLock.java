package se.nollan.base.database;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * A lock that a transaction holds until it ends, over all replicas of a service.
 *
 * @param number any, so long as nothing else of the service takes the same
 */
public record AdvisoryLock(long number) {

    /** Waits until nobody else has it. What is to be seen under it is read by a later statement, whose snapshot is newer. */
    public Uni<Void> hold(Session session) {
        return take(session, "pg_advisory_xact_lock");
    }

    /** Waits until nobody has it for himself; others may share it. */
    public Uni<Void> share(Session session) {
        return take(session, "pg_advisory_xact_lock_shared");
    }

    /**
     * Waits until nobody else has the lock of one thing among many of a kind.
     *
     * @param kind such as {@code nollan.access}
     * @param key which of them
     */
    public static Uni<Void> hold(Session session, String kind, String key) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext(:kind), hashtext(:key))", Integer.class)
                .setParameter("kind", kind)
                .setParameter("key", key)
                .getSingleResult()
                .replaceWithVoid();
    }

    private Uni<Void> take(Session session, String function) {
        return session.createNativeQuery("select count(*) from (select " + function + "(:lock)) as held", Long.class)
                .setParameter("lock", number)
                .getSingleResult()
                .replaceWithVoid();
    }
}
