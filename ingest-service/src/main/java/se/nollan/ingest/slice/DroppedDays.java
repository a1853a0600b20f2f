package se.nollan.ingest.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/**
 * Days whose contacts have been dropped, or are about to be. A day that is closed stays so, also when contacts are to be kept longer
 * from now on: half of it may be gone.
 */
@ApplicationScoped
public class DroppedDays {
    private static final Logger LOG = Logger.getLogger(DroppedDays.class);

    private final SourceRepository sources;

    DroppedDays(SourceRepository sources) {
        this.sources = sources;
    }

    /** The first day that is not closed. */
    public Uni<LocalDate> before(Session session) {
        return session.createNativeQuery("select before from dropped_days", LocalDate.class)
                .getSingleResult();
    }

    /** Closes the days before {@code day}. */
    public Uni<Void> close(Session session, LocalDate day) {
        return session.createNativeQuery("update dropped_days set before = :day where before < :day")
                .setParameter("day", day)
                .executeUpdate()
                .invoke(closed -> {
                    if (closed > 0) {
                        LOG.infof("Contacts of days before %s are dropped", day);
                    }
                })
                .replaceWithVoid();
    }

    /** Drops what one source has of one closed day, under the source's lock; false: there was nothing left. */
    public Uni<Boolean> dropSome(Session session) {
        return session.createNativeQuery("""
                        select source, day from slice_revision
                        where content is not null and day < (select before from dropped_days)
                        order by day, source limit 1
                        """, Tuple.class)
                .getSingleResultOrNull()
                .chain(next -> next == null
                        ? Uni.createFrom().item(false)
                        : drop(session, next.get("source", Integer.class), next.get("day", LocalDate.class))
                                .replaceWith(true));
    }

    private Uni<Void> drop(Session session, int source, LocalDate day) {
        return sources.lock(session, source)
                .chain(() -> session.createNativeQuery("""
                                delete from contact c
                                using (select distinct line from slice_revision where source = :source and day = :day) r
                                where c.source = :source and c.line = r.line and c.day = :day
                                """)
                        .setParameter("source", source)
                        .setParameter("day", day)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery("""
                                update slice_revision set content = null
                                where source = :source and day = :day and content is not null
                                """)
                        .setParameter("source", source)
                        .setParameter("day", day)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
