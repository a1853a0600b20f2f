package se.nollan.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.outbox.Outbox;
import se.nollan.ingest.slice.SliceRepository;

/**
 * Puts a staged submission in place: duplicates, guard, slices, revisions, messages and state in one transaction under the
 * source's lock. Either all of it happens or nothing.
 */
@ApplicationScoped
class SubmissionCommit {
    private static final long MANY = 2_000;

    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final SliceRepository sliceRepository;
    private final Outbox outbox;
    private final Announcements announcements;
    private final ObjectMapper json;
    private final Clock clock;
    private final ReplacementGuard replacementGuard;

    SubmissionCommit(
            SessionFactory sessions,
            SubmissionRepository submissions,
            SliceRepository sliceRepository,
            Outbox outbox,
            Announcements announcements,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "nollan.most-percent-in-error") int mostPercentInError) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.sliceRepository = sliceRepository;
        this.outbox = outbox;
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
        this.replacementGuard = new ReplacementGuard(mostPercentInError);
    }

    /** What the transaction carries from step to step. */
    private record Judged(Submission submission, RowCounts counts, Report report) {}

    /** Places the submission, or rejects it; a submission whose staging was lost fails. Harmless when it has an outcome already. */
    Uni<Void> place(Submission received) {
        return sessions.withTransaction(session -> sliceRepository
                        .lock(session, received.source())
                        .chain(() -> submissions.find(session, received.id()))
                        .chain(staged -> place(session, staged)))
                .invoke(outbox::nudge);
    }

    private Uni<Void> place(Session session, SubmissionRepository.@Nullable Staged staged) {
        if (staged == null || staged.submission().state() != SubmissionState.RECEIVED) {
            return Uni.createFrom().voidItem();
        }
        var submission = staged.submission();
        var many = staged.rows() != null && staged.rows() > MANY;
        return (many ? sliceRepository.expectMany(session) : Uni.createFrom().voidItem())
                .chain(() -> session.createNativeQuery(
                                "select count(*) from staged_contact where submission = :id", Long.class)
                        .setParameter("id", submission.id())
                        .getSingleResult()
                        .chain(rows -> rows.equals(staged.rows())
                                ? duplicates(session, submission).chain(judged -> judge(session, judged))
                                : conclude(
                                        session,
                                        SubmissionState.FAILED,
                                        new Judged(submission, RowCounts.NONE, Report.EMPTY))));
    }

    private Uni<Judged> duplicates(Session session, Submission submission) {
        return session.createNativeQuery(SubmissionSql.TAKE_DUPLICATES, Object[].class)
                .setParameter("submission", submission.id())
                .setParameter("listed", Report.LISTED)
                .getSingleResult()
                .map(row -> {
                    var same = ((Number) row[0]).longValue();
                    var other = ((Number) row[1]).longValue();
                    var warned = submission.counts().warned()
                            - ((Number) row[2]).longValue()
                            + ((Number) row[3]).longValue();
                    return new Judged(
                            submission,
                            submission.counts().withDuplicates(same, other, warned),
                            submission
                                    .report()
                                    .with(
                                            entries((String) row[5], FindingCode.DUPLICATE_ID),
                                            other,
                                            entries((String) row[4], FindingCode.ROW_REPEATED),
                                            same));
                });
    }

    private Uni<Void> judge(Session session, Judged judged) {
        var submission = judged.submission();
        var refusal = replacementGuard.refusal(judged.counts(), submission.saidEmpty(), submission.acceptErrors());
        if (refusal != null) {
            var refused =
                    new Judged(submission, judged.counts(), judged.report().refusedFor(refusal));
            return conclude(session, SubmissionState.REJECTED, refused);
        }
        var id = submission.id();
        return sliceRepository.replace(session, id, submission.source()).chain(moved -> sliceRepository
                .messages(session, id)
                .chain(messages -> outbox.append(session, messages))
                .chain(() -> keepCovered(session, id))
                .chain(() -> superseded(session, id))
                .chain(() -> stateOf(session, id))
                .chain(submissionState -> conclude(
                        session,
                        submissionState,
                        new Judged(submission, judged.counts().withMoved(moved), judged.report()))));
    }

    private Uni<Void> conclude(Session session, SubmissionState submissionState, Judged judged) {
        var id = judged.submission().id();
        return submissions
                .conclude(session, id, submissionState, judged.counts(), judged.report())
                .chain(() -> announcements.announce(session, List.of(id)));
    }

    private static Uni<Integer> keepCovered(Session session, UUID id) {
        return session.createNativeQuery(SubmissionSql.KEEP_COVERED)
                .setParameter("submission", id)
                .executeUpdate();
    }

    private Uni<Void> superseded(Session session, UUID by) {
        return session.createNativeQuery(SubmissionSql.SUPERSEDE, UUID.class)
                .setParameter("submission", by)
                .setParameter("now", clock.instant())
                .getResultList()
                .chain(ids -> announcements.announce(session, ids));
    }

    private Uni<SubmissionState> stateOf(Session session, UUID id) {
        return session.createNativeQuery(SubmissionSql.ALREADY_EVALUATED, Boolean.class)
                .setParameter("submission", id)
                .getSingleResult()
                .map(evaluated -> evaluated ? SubmissionState.EVALUATED : SubmissionState.ACCEPTED);
    }

    private List<Report.Entry> entries(String rows, FindingCode findingCode) {
        try {
            var entries = new ArrayList<Report.Entry>();
            for (var row : json.readTree(rows)) {
                entries.add(FindingLog.entry(RowFinding.of(
                        row.get(0).asLong(), Field.ID, findingCode, row.get(1).asText())));
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
