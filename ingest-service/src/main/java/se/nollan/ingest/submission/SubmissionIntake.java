package se.nollan.ingest.submission;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;
import se.nollan.base.outbox.Outbox;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.pseudonym.KeyMissing;
import se.nollan.ingest.pseudonym.MonthEnded;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.register.Period;
import se.nollan.ingest.register.Register;
import se.nollan.ingest.slice.StagedRows;
import se.nollan.ingest.slice.StagingWriter;

/**
 * Takes one body in: opens the submission, reads and stages the rows, has them placed. Runs on a worker thread, which waits for
 * the sender and for the database; the body is never whole in memory and never at rest.
 */
@ApplicationScoped
class SubmissionIntake {
    private static final Logger LOG = Logger.getLogger(SubmissionIntake.class);

    private final SessionFactory sessions;
    private final Pool database;
    private final SubmissionRepository submissions;
    private final Announcements announcements;
    private final SubmissionCommit submissionCommit;
    private final DayKeys keys;
    private final Outbox outbox;
    private final Clock clock;

    SubmissionIntake(
            SessionFactory sessions,
            Pool database,
            SubmissionRepository submissions,
            Announcements announcements,
            SubmissionCommit submissionCommit,
            DayKeys keys,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.database = database;
        this.submissions = submissions;
        this.announcements = announcements;
        this.submissionCommit = submissionCommit;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the body in.
     *
     * @param files of the body
     * @return the submission with its outcome
     * @throws BodyStream.TooLarge after the submission was rejected for it
     * @throws BodyStream.TooSlow after the submission was rejected for it
     * @throws BodyStream.CutOff after the submission was rejected for it
     * @throws KeyMissing after the submission was rejected for it
     */
    Submission receive(
            SubmissionRequest submissionRequest,
            Register register,
            RowReader reader,
            SourceNotation notation,
            BodyFiles files)
            throws IOException {
        var opened = open(submissionRequest, register.version());
        try {
            var staging = new StagingWriter(database, submissionRequest.id());
            var named = submissionRequest.lines() == null ? null : Set.copyOf(submissionRequest.lines());
            var lines = new RegisterLines(register, submissionRequest.provider(), submissionRequest.system(), named);
            var rows = new RowPipeline(
                    lines, submissionRequest.from(), submissionRequest.to(), clock.instant(), keys, notation, staging);
            try {
                read(submissionRequest, reader, files, rows);
                var staged = staging.finish();
                staging.lines(covered(submissionRequest, register, named), true);
                staging.lines(named(rows), false);
                place(opened, rows, staged);
            } catch (UnreadableBody | MonthEnded e) {
                reject(opened, rows, Refusals.of(e));
            } catch (IOException | RuntimeException e) {
                var refusal = Refusals.of(e);
                if (refusal != null) {
                    reject(opened, rows, refusal);
                }
                throw e;
            }
            return outcome(submissionRequest.id());
        } finally {
            forgetStaging(submissionRequest.id());
        }
    }

    private static void read(SubmissionRequest submissionRequest, RowReader reader, BodyFiles files, RowPipeline rows)
            throws IOException {
        try {
            files.each((part, file) -> reader.read(file, rows));
            reader.end(rows);
        } catch (UnreadableBody e) {
            // No header is needed to say that there is nothing.
            if (e.reason() != UnreadableBody.Reason.EMPTY || !submissionRequest.saidEmpty()) {
                throw e;
            }
        }
    }

    private Submission open(SubmissionRequest submissionRequest, long registerVersion) {
        return Workers.await(() -> sessions.withTransaction(session -> submissions
                .source(session, submissionRequest.provider(), submissionRequest.system())
                .chain(source -> submissions.insert(session, submissionRequest, source, registerVersion))
                .chain(() -> announcements.announce(session, List.of(submissionRequest.id())))
                .chain(() -> submissions.find(session, submissionRequest.id()))
                .map(staged -> staged.submission())));
    }

    private void place(Submission opened, RowPipeline rows, long staged) {
        Workers.await(() -> sessions.withTransaction(
                        session -> submissions.staged(session, opened.id(), rows.counts(), rows.report(), staged))
                .invoke(updated -> {
                    if (updated == 0) {
                        throw new SubmissionRepository.GivenUp(opened.id());
                    }
                })
                .chain(() -> submissionCommit.place(opened)));
    }

    private void reject(Submission opened, RowPipeline rows, Report.Refusal refusal) {
        Workers.await(() -> sessions.withTransaction(session -> submissions
                        .conclude(
                                session,
                                opened.id(),
                                SubmissionState.REJECTED,
                                rows.counts(),
                                rows.report().refusedFor(refusal))
                        .chain(() -> announcements.announce(session, List.of(opened.id()))))
                .invoke(outbox::nudge));
    }

    private Submission outcome(UUID id) {
        return Workers.await(() -> sessions.withTransaction(session -> submissions.find(session, id))
                .map(staged -> staged.submission()));
    }

    // Not part of the outcome: what is left is swept away later.
    private void forgetStaging(UUID id) {
        try {
            Workers.await(() -> sessions.withTransaction(session -> StagedRows.forget(session, id)));
        } catch (RuntimeException e) {
            LOG.debugf("The staging of submission %s is left to the sweeper", id);
        }
    }

    private static List<StagingWriter.LineUnit> covered(
            SubmissionRequest submissionRequest, Register register, @Nullable Set<String> named) {
        var covered = new ArrayList<StagingWriter.LineUnit>();
        var period = new Period(submissionRequest.from(), submissionRequest.to());
        for (var placement : register.answeredFor(submissionRequest.provider(), submissionRequest.system(), period)) {
            var line = placement.line().id();
            if (named == null || named.contains(line)) {
                for (LocalDate day = submissionRequest.from();
                        !day.isAfter(submissionRequest.to());
                        day = day.plusDays(1)) {
                    if (placement.period().contains(day)) {
                        covered.add(new StagingWriter.LineUnit(
                                line, day, placement.unit().id()));
                    }
                }
            }
        }
        return covered;
    }

    private static List<StagingWriter.LineUnit> named(RowPipeline rows) {
        return rows.units().entrySet().stream()
                .map(unit -> new StagingWriter.LineUnit(
                        unit.getKey().line(), unit.getKey().day(), unit.getValue()))
                .toList();
    }
}
