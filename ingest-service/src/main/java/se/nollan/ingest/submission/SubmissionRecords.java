package se.nollan.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.MutationQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;

/** Puts submissions, and what becomes of them, on record. */
@ApplicationScoped
class SubmissionRecords {
    private final SubmissionSources sources;
    private final ObjectMapper json;
    private final Clock clock;

    SubmissionRecords(SubmissionSources sources, ObjectMapper json, Clock clock) {
        this.sources = sources;
        this.json = json;
        this.clock = clock;
    }

    /** Another replica took this one for dead and gave the submission up. */
    static final class GivenUp extends RuntimeException {
        GivenUp(UUID id) {
            super("The submission " + id + " has been given up", null, false, false);
        }
    }

    /** Opens a submission. */
    Uni<Void> insert(Session session, SubmissionRequest submissionRequest, long registerVersion) {
        return sources.of(session, submissionRequest.provider(), submissionRequest.system())
                .chain(source -> session.createNativeQuery(SubmissionSql.INSERT)
                        .setParameter("id", submissionRequest.id())
                        .setParameter("source", source)
                        .setParameter("profile", submissionRequest.profile())
                        .setParameter("from", submissionRequest.from())
                        .setParameter("to", submissionRequest.to())
                        .setParameter(
                                "lines", submissionRequest.lines() == null ? "null" : write(submissionRequest.lines()))
                        .setParameter("empty", submissionRequest.saidEmpty())
                        .setParameter("acceptErrors", submissionRequest.acceptErrors())
                        .setParameter("replaces", submissionRequest.replaces())
                        .setParameter("sentBy", submissionRequest.sentBy())
                        .setParameter("key", submissionRequest.idempotencyKey())
                        .setParameter("version", registerVersion)
                        .setParameter("now", clock.instant())
                        .setParameter("report", write(Report.EMPTY))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Notes that the body was read whole: from now on a restarted service can finish the work.
     *
     * @throws GivenUp when it is no longer at work
     */
    Uni<Void> staged(Session session, UUID id, Staging.Reading reading) {
        return updated(
                id,
                update(session, SubmissionSql.STAGED, id, SubmissionState.RECEIVED, reading.counts(), reading.report())
                        .setParameter("rows", reading.staged())
                        .setParameter("digest", reading.digest()));
    }

    /**
     * Gives a submission at work its outcome.
     *
     * @throws GivenUp when it is no longer at work
     */
    Uni<Void> conclude(Session session, UUID id, SubmissionState state, RowCounts rowCounts, Report report) {
        return updated(id, update(session, SubmissionSql.CONCLUDE, id, state, rowCounts, report));
    }

    private static Uni<Void> updated(UUID id, MutationQuery update) {
        return update.executeUpdate()
                .invoke(updated -> {
                    if (updated == 0) {
                        throw new GivenUp(id);
                    }
                })
                .replaceWithVoid();
    }

    private MutationQuery update(
            Session session, String sql, UUID id, SubmissionState state, RowCounts rowCounts, Report report) {
        return session.createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("state", state.word())
                .setParameter("read", rowCounts.read())
                .setParameter("accepted", rowCounts.accepted())
                .setParameter("joined", rowCounts.joined())
                .setParameter("repeated", rowCounts.repeated())
                .setParameter("skipped", rowCounts.skipped())
                .setParameter("inError", rowCounts.inError())
                .setParameter("warned", rowCounts.warned())
                .setParameter("moved", rowCounts.moved())
                .setParameter("report", write(report))
                .setParameter("now", clock.instant());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
