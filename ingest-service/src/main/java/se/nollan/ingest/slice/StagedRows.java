package se.nollan.ingest.slice;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** What a submission has staged, once it is in its place or will never be. */
public final class StagedRows {

    private StagedRows() {}

    /** Removes it; harmless when there is none. */
    public static Uni<Void> forget(Session session, UUID submission) {
        return session.createNativeQuery("delete from staged_contact where submission = :id")
                .setParameter("id", submission)
                .executeUpdate()
                .chain(() -> session.createNativeQuery("delete from staged_line where submission = :id")
                        .setParameter("id", submission)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
