package se.nollan.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.outbox.Outbox;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.report.FindingLog;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.slice.SliceRepository;
import se.nollan.ingest.slice.SourceRepository;

/**
 * Puts a staged submission in place: duplicates, guard, slices, revisions, messages and state in one transaction under the
 * source's lock. Either all of it happens or nothing.
 */
@ApplicationScoped
class SubmissionCommit {
    private static final long MANY = 2_000;

    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final SubmissionRecords records;
    private final SourceRepository sources;
    private final SliceRepository sliceRepository;
    private final Outbox outbox;
    private final Announcements announcements;
    private final ObjectMapper json;
    private final Clock clock;
    private final ReplacementGuard replacementGuard;
    private final OtherSystems otherSystems;
    private final DayLimits dayLimits;

    SubmissionCommit(
            SessionFactory sessions,
            SubmissionRepository submissions,
            SubmissionRecords records,
            SourceRepository sources,
            SliceRepository sliceRepository,
            Outbox outbox,
            Announcements announcements,
            ObjectMapper json,
            Clock clock,
            OtherSystems otherSystems,
            DayLimits dayLimits,
            @ConfigProperty(name = "nollan.most-percent-in-error") int mostPercentInError) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.records = records;
        this.sources = sources;
        this.sliceRepository = sliceRepository;
        this.outbox = outbox;
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
        this.otherSystems = otherSystems;
        this.dayLimits = dayLimits;
        this.replacementGuard = new ReplacementGuard(mostPercentInError);
    }

    /** What the transaction carries from step to step. */
    private record Judged(Submission submission, RowCounts counts, Report report, long yielded) {
        Judged with(RowCounts other) {
            return new Judged(submission, other, report, yielded);
        }

        Judged with(Report other) {
            return new Judged(submission, counts, other, yielded);
        }
    }

    /** Places the submission, or rejects it; a submission whose staging was lost fails. Harmless when it has an outcome already. */
    Uni<Void> place(Submission received) {
        return sessions.withTransaction(session -> place(session, received.source(), received.id()))
                .invoke(outbox::nudge);
    }

    /** The same, in the caller's transaction. */
    Uni<Void> place(Session session, int source, UUID id) {
        return sources.lock(session, source)
                .chain(() -> submissions.find(session, id))
                .chain(staged -> place(session, staged));
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
                                ? duplicates(session, submission)
                                        .chain(judged -> yieldToLater(session, judged))
                                        .chain(judged -> judge(session, judged))
                                : conclude(
                                        session,
                                        SubmissionState.FAILED,
                                        new Judged(submission, RowCounts.NONE, Report.EMPTY, 0))));
    }

    private Uni<Judged> duplicates(Session session, Submission submission) {
        return session.createNativeQuery(SubmissionSql.TAKE_DUPLICATES, Tuple.class)
                .setParameter("submission", submission.id())
                .setParameter("listed", Report.LISTED)
                .getSingleResult()
                .map(row -> {
                    var same = row.get("same", Number.class).longValue();
                    var other = row.get("other", Number.class).longValue();
                    var warned = submission.counts().warned()
                            - row.get("other_warned", Number.class).longValue()
                            + row.get("same_not_warned", Number.class).longValue();
                    return new Judged(
                            submission,
                            submission.counts().withDuplicates(same, other, warned),
                            submission
                                    .report()
                                    .with(
                                            entries(row.get("listed_other", String.class), FindingCode.DUPLICATE_ID),
                                            other,
                                            entries(row.get("listed_same", String.class), FindingCode.ROW_REPEATED),
                                            same),
                            0);
                });
    }

    private Uni<Judged> yieldToLater(Session session, Judged judged) {
        var submission = judged.submission();
        return sources.yieldToLater(session, submission.id(), submission.source(), Report.LISTED)
                .map(yielded -> new Judged(
                        submission,
                        judged.counts(),
                        judged.report()
                                .with(List.of(), 0, entries(yielded.rows(), FindingCode.LATER_STANDS), yielded.count()),
                        yielded.count()));
    }

    private Uni<Void> judge(Session session, Judged judged) {
        var submission = judged.submission();
        var refusal = replacementGuard.refusal(judged.counts(), submission.saidEmpty(), submission.acceptErrors());
        if (refusal != null) {
            return reject(session, judged, refusal);
        }
        return dayLimits
                .refusal(session, submission.id())
                .chain(tooMany -> tooMany.isPresent()
                        ? reject(session, judged, tooMany.get())
                        : otherSystems
                                .of(session, submission)
                                .chain(others -> others.refusal() != null
                                        ? reject(session, judged, others.refusal())
                                        : replace(session, judged, others.ended())));
    }

    private Uni<Void> reject(Session session, Judged judged, Report.Refusal refusal) {
        return conclude(
                session, SubmissionState.REJECTED, judged.with(judged.report().refusedFor(refusal)));
    }

    /** @param ended the source whose slices this submission takes the place of; null: none */
    private Uni<Void> replace(Session session, Judged judged, @Nullable Integer ended) {
        var submission = judged.submission();
        var id = submission.id();
        return sliceRepository
                .replace(session, id, submission.source())
                .call(() -> ended == null ? Uni.createFrom().voidItem() : sliceRepository.end(session, id, ended))
                .chain(moved -> sliceRepository
                        .messages(session, id)
                        .chain(messages -> outbox.append(session, messages))
                        .chain(() -> keepCovered(session, id))
                        .chain(() -> superseded(session, id))
                        .chain(() -> stateOf(session, id, judged.yielded() > 0))
                        .chain(submissionState -> conclude(
                                session,
                                submissionState,
                                judged.with(judged.counts().withMoved(moved)))));
    }

    private Uni<Void> conclude(Session session, SubmissionState submissionState, Judged judged) {
        var id = judged.submission().id();
        return records.conclude(session, id, submissionState, judged.counts(), judged.report())
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

    /** @param yielded whether a later submission speaks for some of it, or for all: then nothing of this one ever stood */
    private Uni<SubmissionState> stateOf(Session session, UUID id, boolean yielded) {
        return session.createNativeQuery(SubmissionSql.ALREADY_EVALUATED, Boolean.class)
                .setParameter("submission", id)
                .getSingleResult()
                .chain(evaluated -> sources.ofSubmission(session, id)
                        .map(spokenOf -> yielded && spokenOf.isEmpty()
                                ? SubmissionState.SUPERSEDED
                                : evaluated ? SubmissionState.EVALUATED : SubmissionState.ACCEPTED));
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
