package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The single rows in submissions' reports. When they are dropped, what was counted stands. */
@ApplicationScoped
public class ReportedRows {
    private static final int TOGETHER = 100;

    /** Empties some reports of submissions received before {@code instant}; false: there was none left. */
    public Uni<Boolean> dropSome(Session session, Instant instant) {
        return session.createNativeQuery("""
                        update submission
                        set report = report || cast('{"errors": [], "warnings": [], "unknownLines": [], "rowsDropped": true}' as jsonb)
                        where id in (
                          select id from submission
                          where received_at < :instant and state <> 'received'
                            and (report -> 'errors' <> '[]' or report -> 'warnings' <> '[]')
                          order by received_at limit :together for no key update skip locked)
                        """)
                .setParameter("instant", instant)
                .setParameter("together", TOGETHER)
                .executeUpdate()
                .map(emptied -> emptied > 0);
    }
}
