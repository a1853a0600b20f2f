package se.nollan.ingest.submission;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;

/** The submissions that this replica is reading. Their heartbeat tells the other replicas that nobody needs to take over. */
@ApplicationScoped
class AtWork {
    private final SessionFactory sessions;
    private final int most;
    private final Set<UUID> submissions = ConcurrentHashMap.newKeySet();

    AtWork(SessionFactory sessions, @ConfigProperty(name = "nollan.limits.submissions-at-once") int most) {
        this.sessions = sessions;
        this.most = most;
    }

    /** Work on one submission; ends when closed. */
    interface Work extends AutoCloseable {
        @Override
        void close();
    }

    /** Each needs memory for two batches and a worker thread: more than so many at once are asked to wait. */
    boolean isFull() {
        return submissions.size() >= most;
    }

    Work begin(UUID submission) {
        submissions.add(submission);
        return () -> submissions.remove(submission);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        if (submissions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "update submission set heartbeat_at = now() where id in (:ids) and state = 'received'")
                .setParameter("ids", List.copyOf(submissions))
                .executeUpdate()
                .replaceWithVoid());
    }
}
