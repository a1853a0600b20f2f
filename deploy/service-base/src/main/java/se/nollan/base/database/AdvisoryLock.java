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

    private Uni<Void> take(Session session, String function) {
        return session.createNativeQuery("select count(*) from (select " + function + "(:lock)) as held", Long.class)
                .setParameter("lock", number)
                .getSingleResult()
                .replaceWithVoid();
    }
}
