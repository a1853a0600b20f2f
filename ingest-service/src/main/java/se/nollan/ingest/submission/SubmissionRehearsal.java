package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.messaging.Workers;
import se.nollan.ingest.body.BodyFiles;

/**
 * Does all that taking a body in does and undoes it: the rows are staged as ever, and what becomes of them happens in a transaction that is
 * rolled back.
 */
@ApplicationScoped
class SubmissionRehearsal {
    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final SubmissionRecords records;
    private final SubmissionCommit submissionCommit;
    private final Staging staging;

    SubmissionRehearsal(
            SessionFactory sessions,
            SubmissionRepository submissions,
            SubmissionRecords records,
            SubmissionCommit submissionCommit,
            Staging staging) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.records = records;
        this.submissionCommit = submissionCommit;
        this.staging = staging;
    }

    /** The submission as it would be, and what it would change. */
    record Rehearsed(Submission submission, Effect effect) {}

    /** Tries a body. */
    Rehearsed of(SubmissionOrder order, BodyFiles files) throws IOException {
        var id = order.request().id();
        begin(id);
        try {
            var reading = staging.read(order, files);
            reading.rethrow();
            return Workers.await(() -> sessions.withTransaction((session, transaction) -> {
                transaction.markForRollback();
                return records.insert(session, order.request(), order.register().version())
                        .chain(() -> outcome(session, id, reading));
            }));
        } finally {
            staging.forget(id);
            end(id);
        }
    }

    private Uni<Rehearsed> outcome(Session session, UUID id, Staging.Reading reading) {
        var refusal = reading.stopped() == null ? null : Refusals.of(reading.stopped());
        var outcome = refusal != null
                ? records.conclude(
                        session,
                        id,
                        SubmissionState.REJECTED,
                        reading.counts(),
                        reading.report().refusedFor(refusal))
                : records.staged(session, id, reading)
                        .chain(() -> submissions.find(session, id))
                        .chain(staged -> submissionCommit.place(
                                session, staged.submission().source(), id));
        return outcome.chain(() -> submissions.find(session, id))
                .chain(found -> effect(session, id).map(effect -> new Rehearsed(found.submission(), effect)));
    }

    private static Uni<Effect> effect(Session session, UUID id) {
        return session.createNativeQuery(SubmissionSql.EFFECT, Tuple.class)
                .setParameter("submission", id)
                .getSingleResult()
                .map(row -> new Effect(
                        row.get("line_days", Number.class).longValue(),
                        row.get("changed", Number.class).longValue(),
                        row.get("contacts_before", Number.class).longValue(),
                        row.get("contacts_after", Number.class).longValue()));
    }

    /** Says that the rows which are about to be staged are somebody's. */
    private void begin(UUID id) {
        Workers.await(() ->
                sessions.withTransaction(session -> session.createNativeQuery("insert into rehearsal (id) values (:id)")
                        .setParameter("id", id)
                        .executeUpdate()));
    }

    private void end(UUID id) {
        Workers.await(() -> sessions.withTransaction(session -> session.createNativeQuery(
                        "delete from rehearsal where id = :id or begun_at < now() - interval '2 hours'")
                .setParameter("id", id)
                .executeUpdate()));
    }
}
