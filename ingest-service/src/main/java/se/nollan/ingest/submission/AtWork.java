package se.nollan.ingest.submission;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;

/** The submissions that this replica is reading. Their heartbeat tells the other replicas that nobody needs to take over. */
@ApplicationScoped
class AtWork {
    private final SessionFactory sessions;
    private final int most;
    private final int mostOfOne;
    private final Map<UUID, String> submissions = new HashMap<>();

    AtWork(
            SessionFactory sessions,
            @ConfigProperty(name = "nollan.limits.submissions-at-once") int most,
            @ConfigProperty(name = "nollan.limits.submissions-per-client") int mostOfOne) {
        this.sessions = sessions;
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Work on one submission; ends when closed. */
    interface Work extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place. Each needs memory for two batches and a worker thread: more than so many at once are asked to wait, and before that
     * whoever has several already, so that one sender keeps nobody out.
     *
     * @param client who sends
     */
    synchronized Work begin(UUID submission, String client) {
        if (submissions.values().stream().filter(client::equals).count() >= mostOfOne) {
            throw SubmissionProblems.severalAtWork(mostOfOne);
        }
        if (submissions.size() >= most) {
            throw SubmissionProblems.busy();
        }
        submissions.put(submission, client);
        return () -> end(submission);
    }

    private synchronized void end(UUID submission) {
        submissions.remove(submission);
    }

    private synchronized List<UUID> current() {
        return List.copyOf(submissions.keySet());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        var current = current();
        if (current.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sessions.withTransaction(session -> session.createNativeQuery(
                        "update submission set heartbeat_at = now() where id in (:ids) and state = 'received'")
                .setParameter("ids", current)
                .executeUpdate()
                .replaceWithVoid());
    }
}
