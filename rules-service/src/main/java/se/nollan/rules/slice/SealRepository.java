package se.nollan.rules.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;
import se.nollan.base.database.AdvisoryLock;

/** The seal, and the bodies of slices behind it (decisions/0005). */
@ApplicationScoped
public class SealRepository {

    private static final Logger LOG = Logger.getLogger(SealRepository.class);

    /** Any number, so long as nothing else of this service takes the same. */
    private static final AdvisoryLock SEAL_LOCK = new AdvisoryLock(7_401_002L);

    private static final int TOGETHER = 500;

    /**
     * Until the transaction ends no further day is sealed, and so no body that it may read is dropped. To be taken before heads of slices
     * and rows of the queue, and after the register. Several may hold it.
     */
    public Uni<Seal> hold(Session session) {
        // A statement of its own reads after the lock: its snapshot then has what was sealed while it waited.
        return SEAL_LOCK.share(session).chain(() -> current(session));
    }

    /** What is sealed, for who reads in one snapshot and changes nothing. */
    public Uni<Seal> current(Session session) {
        return session.createNativeQuery("select days_before from seal", LocalDate.class)
                .getSingleResult()
                .map(Seal::new);
    }

    /** Seals the days before {@code day}, when nobody evaluates any; days that are sealed stay so. */
    public Uni<Void> raise(Session session, LocalDate day) {
        return current(session).chain(seal -> {
            if (!seal.daysBefore().isBefore(day)) {
                return Uni.createFrom().voidItem();
            }
            LOG.infof("Days before %s are sealed: their contacts are dropped and their results stand", day);
            return SEAL_LOCK
                    .hold(session)
                    .chain(() -> session.createNativeQuery(
                                    "update seal set days_before = :day where days_before < :day")
                            .setParameter("day", day)
                            .executeUpdate())
                    .replaceWithVoid();
        });
    }

    /** Drops all revisions' bodies of some slices of sealed days; false: there were none left. */
    public Uni<Boolean> dropSome(Session session) {
        return session.createNativeQuery("""
                        select id from slice_head where not dropped and day < (select days_before from seal)
                        order by day, line, system, provider limit :together for no key update skip locked
                        """, Long.class)
                .setParameter("together", TOGETHER)
                .getResultList()
                .chain(ids -> {
                    if (ids.isEmpty()) {
                        return Uni.createFrom().item(false);
                    }
                    Long[] heads = ids.toArray(Long[]::new);
                    return session.createNativeQuery("""
                                    update slice set body = null
                                    where slice_id = any(cast(:ids as bigint[])) and body is not null
                                    """)
                            .setParameter("ids", heads)
                            .executeUpdate()
                            .chain(() -> session.createNativeQuery("""
                                            update slice_head set dropped = true where id = any(cast(:ids as bigint[]))
                                            """)
                                    .setParameter("ids", heads)
                                    .executeUpdate())
                            .replaceWith(true);
                });
    }
}
