package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.outbox.Message;
import se.nollan.base.outbox.Outbox;

/** Puts changes of state in the outbox, in the transaction of the change. */
@ApplicationScoped
class Announcements {
    static final String TYPE = "submission";
    private static final long USUAL_BYTES = 4_000;

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> announce(Session session, Collection<UUID> submissions) {
        return outbox.append(
                session,
                submissions.stream()
                        .map(id -> Message.byReference("submissions", id.toString(), TYPE, id.toString(), USUAL_BYTES))
                        .toList());
    }
}
