package se.nollan.ingest.submission;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.outbox.Outbox;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.pseudonym.MonthEnded;
import se.nollan.ingest.register.Period;
import se.nollan.ingest.register.Register;
import se.nollan.ingest.vendor.LogReader;
import se.nollan.ingest.vendor.StrictText;
import se.nollan.ingest.vendor.UnreadableLog;

/**
 * Takes one body in: opens the submission, reads and stages the rows, has them placed. Runs on a worker thread, which waits for
 * the sender and for the database; the body is never whole in memory and never at rest.
 */
@ApplicationScoped
class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final SessionFactory sessions;
    private final Pool database;
    private final SubmissionRepository submissions;
    private final Announcements announcements;
    private final Placing placing;
    private final AtWork atWork;
    private final DayKeys keys;
    private final Outbox outbox;
    private final Clock clock;

    Intake(
            SessionFactory sessions,
            Pool database,
            SubmissionRepository submissions,
            Announcements announcements,
            Placing placing,
            AtWork atWork,
            DayKeys keys,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.database = database;
        this.submissions = submissions;
        this.announcements = announcements;
        this.placing = placing;
        this.atWork = atWork;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes the body in.
     *
     * @param body plain bytes
     * @return the submission with its outcome
     * @throws Body.TooLarge after the submission was rejected for it
     * @throws Body.CutOff after the submission was rejected for it
     */
    Submission receive(
            Order order, Register register, LogReader reader, java.nio.charset.Charset charset, InputStream body)
            throws IOException {
        var opened = open(order, register.version());
        try (var work = atWork.begin(order.id())) {
            var staging = new Staging(database, order.id());
            var named = order.lines() == null ? null : Set.copyOf(order.lines());
            var lines = new RegisterLines(register, order.provider(), order.system(), named);
            var rows = new RowPipeline(lines, order.from(), order.to(), clock.instant(), keys, staging);
            try {
                read(order, reader, StrictText.of(body, charset), rows);
                var staged = staging.finish();
                staging.lines(covered(order, register, named), true);
                staging.lines(named(rows), false);
                place(opened, rows, staged);
            } catch (UnreadableLog e) {
                reject(opened, rows, new Report.Refusal(e.reason().name(), e.detail()));
            } catch (MonthEnded e) {
                reject(
                        opened,
                        rows,
                        new Report.Refusal(
                                "MONTH_ENDED",
                                "The key of " + e.month()
                                        + " has been destroyed, so its contacts can no longer be made pseudonymous and"
                                        + " the month can no longer be corrected."));
            } catch (Body.TooLarge e) {
                reject(
                        opened,
                        rows,
                        new Report.Refusal("TOO_LARGE", "The body is larger than the limit. Send shorter periods."));
                throw e;
            } catch (Body.CutOff e) {
                reject(
                        opened,
                        rows,
                        new Report.Refusal(
                                "CUT_OFF", "The connection ended before the body did. Send the body again."));
                throw e;
            }
            return outcome(order.id());
        } finally {
            forgetStaging(order.id());
        }
    }

    private static void read(Order order, LogReader reader, StrictText text, RowPipeline rows) throws IOException {
        try {
            reader.read(text, rows);
        } catch (UnreadableLog e) {
            // No header is needed to say that there is nothing.
            if (e.reason() != UnreadableLog.Reason.EMPTY || !order.saidEmpty()) {
                throw e;
            }
        }
    }

    private Submission open(Order order, long registerVersion) {
        return OnEventLoop.await(() -> sessions.withTransaction(session -> submissions
                .source(session, order.provider(), order.system())
                .chain(source -> submissions.insert(session, order, source, registerVersion))
                .chain(() -> announcements.announce(session, List.of(order.id())))
                .chain(() -> submissions.find(session, order.id()))
                .map(staged -> staged.submission())));
    }

    private void place(Submission opened, RowPipeline rows, long staged) {
        OnEventLoop.await(() -> sessions.withTransaction(
                        session -> submissions.staged(session, opened.id(), rows.counts(), rows.report(), staged))
                .invoke(updated -> {
                    if (updated == 0) {
                        throw new SubmissionRepository.GivenUp(opened.id());
                    }
                })
                .chain(() -> placing.place(opened)));
    }

    private void reject(Submission opened, RowPipeline rows, Report.Refusal refusal) {
        OnEventLoop.await(() -> sessions.withTransaction(session -> submissions
                        .conclude(
                                session,
                                opened.id(),
                                State.REJECTED,
                                rows.counts(),
                                rows.report().refusedFor(refusal))
                        .chain(() -> announcements.announce(session, List.of(opened.id()))))
                .invoke(outbox::nudge));
    }

    private Submission outcome(UUID id) {
        return OnEventLoop.await(() -> sessions.withTransaction(session -> submissions.find(session, id))
                .map(staged -> staged.submission()));
    }

    // Not part of the outcome: what is left is swept away later.
    private void forgetStaging(UUID id) {
        try {
            OnEventLoop.await(() -> sessions.withTransaction(session -> Recovery.forgetStaging(session, id)));
        } catch (RuntimeException e) {
            LOG.debugf("The staging of submission %s is left to the sweeper", id);
        }
    }

    private static List<Staging.LineUnit> covered(Order order, Register register, @Nullable Set<String> named) {
        var covered = new ArrayList<Staging.LineUnit>();
        var period = new Period(order.from(), order.to());
        for (var placement : register.answeredFor(order.provider(), order.system(), period)) {
            var line = placement.line().id();
            if (named == null || named.contains(line)) {
                for (LocalDate day = order.from(); !day.isAfter(order.to()); day = day.plusDays(1)) {
                    if (placement.period().contains(day)) {
                        covered.add(
                                new Staging.LineUnit(line, day, placement.unit().id()));
                    }
                }
            }
        }
        return covered;
    }

    private static List<Staging.LineUnit> named(RowPipeline rows) {
        return rows.units().entrySet().stream()
                .map(unit ->
                        new Staging.LineUnit(unit.getKey().line(), unit.getKey().day(), unit.getValue()))
                .toList();
    }
}
