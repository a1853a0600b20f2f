package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;
import se.nollan.base.outbox.Outbox;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.report.Report;

/** Takes one body in: opens the submission, has its rows staged, has them placed. Runs on a worker thread, which waits for the sender and for the database. */
@ApplicationScoped
class SubmissionIntake {
    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final SubmissionRecords records;
    private final Announcements announcements;
    private final SubmissionCommit submissionCommit;
    private final Staging staging;
    private final Outbox outbox;

    SubmissionIntake(
            SessionFactory sessions,
            SubmissionRepository submissions,
            SubmissionRecords records,
            Announcements announcements,
            SubmissionCommit submissionCommit,
            Staging staging,
            Outbox outbox) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.records = records;
        this.announcements = announcements;
        this.submissionCommit = submissionCommit;
        this.staging = staging;
        this.outbox = outbox;
    }

    /**
     * Where a body goes.
     *
     * @param known the digest of what was sent with the same key before, when {@code submission} is that; null: it is new
     */
    private record Opened(Submission submission, @Nullable String known) {}

    /**
     * Takes the body in.
     *
     * @return the submission with its outcome; or the one that has the sender's key already
     * @throws IOException after the submission was rejected for it
     */
    Submission receive(SubmissionOrder order, BodyFiles files) throws IOException {
        var id = order.request().id();
        var opened = open(order);
        if (opened.known() != null) {
            if (!opened.known().equals(digest(order, files))) {
                throw SubmissionProblems.keyReused();
            }
            return opened.submission();
        }
        try {
            var reading = placed(opened.submission(), staging.read(order, files));
            if (reading.stopped() != null) {
                var refusal = Refusals.of(reading.stopped());
                if (refusal != null) {
                    reject(id, reading, refusal);
                }
                reading.rethrow();
            }
            return outcome(id);
        } finally {
            staging.forget(id);
        }
    }

    /** A body that is broken is another one. */
    private String digest(SubmissionOrder order, BodyFiles files) throws IOException {
        try {
            return staging.digest(order, files);
        } catch (UnreadableBody e) {
            return "";
        }
    }

    private Opened open(SubmissionOrder order) {
        var key = order.request().idempotencyKey();
        return Workers.await(() -> sessions.withTransaction(
                session -> key == null ? opened(session, order) : opened(session, order, key)));
    }

    /** Of two with the same key at a time the second waits here for the first to be on record. */
    private Uni<Opened> opened(Session session, SubmissionOrder order, String key) {
        var client = order.request().sentBy();
        return session.createNativeQuery(SubmissionSql.LOCK_KEY, Tuple.class)
                .setParameter("key", client + " " + key)
                .getSingleResult()
                .chain(() -> session.createNativeQuery(SubmissionSql.BY_KEY, Tuple.class)
                        .setParameter("client", client)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .chain(known -> known == null ? opened(session, order) : known(session, known));
    }

    private Uni<Opened> known(Session session, Tuple known) {
        var digest = known.get("digest", String.class);
        if (digest == null) {
            throw SubmissionProblems.keyAtWork();
        }
        return submissions
                .find(session, known.get("id", UUID.class))
                .map(found -> new Opened(found.submission(), digest));
    }

    private Uni<Opened> opened(Session session, SubmissionOrder order) {
        var request = order.request();
        return records.insert(session, request, order.register().version())
                .chain(() -> announcements.announce(session, List.of(request.id())))
                .chain(() -> submissions.find(session, request.id()))
                .map(found -> new Opened(found.submission(), null));
    }

    private Staging.Reading placed(Submission opened, Staging.Reading reading) {
        if (reading.stopped() != null) {
            return reading;
        }
        try {
            Workers.await(() -> sessions.withTransaction(session -> records.staged(session, opened.id(), reading))
                    .chain(() -> submissionCommit.place(opened)));
            return reading;
        } catch (RuntimeException e) {
            return reading.stoppedBy(e);
        }
    }

    private void reject(UUID id, Staging.Reading reading, Report.Refusal refusal) {
        Workers.await(() -> sessions.withTransaction(session -> records.conclude(
                                session,
                                id,
                                SubmissionState.REJECTED,
                                reading.counts(),
                                reading.report().refusedFor(refusal))
                        .chain(() -> announcements.announce(session, List.of(id))))
                .invoke(outbox::nudge));
    }

    private Submission outcome(UUID id) {
        return Workers.await(() -> sessions.withTransaction(session -> submissions.find(session, id))
                .map(staged -> staged.submission()));
    }
}
