package se.nollan.rules.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/** Messages that wait for a part of their group or for a register version, and wait in vain. */
@ApplicationScoped
public class WaitingParts {

    private static final Logger LOG = Logger.getLogger(WaitingParts.class);
    private static final int TOGETHER = 100;

    /** Drops some that came before {@code instant}; false: there were none left. ingest-service can send them again. */
    public Uni<Boolean> dropSome(Session session, Instant instant) {
        return session.createNativeQuery("""
                        delete from waiting_part where group_id in (
                          select group_id from waiting_part group by group_id
                          having max(received_at) < :instant limit :together)
                        """)
                .setParameter("instant", instant)
                .setParameter("together", TOGETHER)
                .executeUpdate()
                .invoke(dropped -> {
                    if (dropped > 0) {
                        LOG.warnf("%d messages that waited in vain are dropped", dropped);
                    }
                })
                .map(dropped -> dropped > 0);
    }
}
