package se.nollan.base.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Messages of the outbox that can never be sent, kept so that an operator can see why. */
@IfBuildProperty(name = "nollan.outbox", stringValue = "true")
@ApplicationScoped
public class ParkedMessages {
    private static final int TOGETHER = 1_000;

    /** Drops some that were parked before {@code instant}; false: there was none left. */
    public Uni<Boolean> dropSome(Session session, Instant instant) {
        return session.createNativeQuery("""
                        delete from outbox where id in (
                          select id from outbox where parked_at < :instant
                          order by parked_at limit :together for update skip locked)
                        """)
                .setParameter("instant", instant)
                .setParameter("together", TOGETHER)
                .executeUpdate()
                .map(dropped -> dropped > 0);
    }
}
