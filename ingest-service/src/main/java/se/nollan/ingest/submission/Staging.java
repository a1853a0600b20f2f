package se.nollan.ingest.submission;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.pseudonym.MonthEnded;
import se.nollan.ingest.register.Period;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.slice.StagedRows;
import se.nollan.ingest.slice.StagingWriter;

/** Reads bodies and stages their rows, pseudonymous, for what becomes of them. Blocks; no body is whole in memory, or at rest. */
@ApplicationScoped
class Staging {
    private static final Logger LOG = Logger.getLogger(Staging.class);

    private final SessionFactory sessions;
    private final Pool database;
    private final DayKeys keys;
    private final Clock clock;

    Staging(SessionFactory sessions, Pool database, DayKeys keys, Clock clock) {
        this.sessions = sessions;
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What came of reading a body.
     *
     * @param staged rows
     * @param digest of body and order, keyed, so that nothing of a body can be worked out from it; empty: it was not read to its end
     * @param stopped what stopped the reading; null: nothing did
     */
    record Reading(
            RowCounts counts,
            Report report,
            long staged,
            String digest,
            @Nullable Exception stopped) {

        Reading stoppedBy(Exception reason) {
            return new Reading(counts, report, staged, "", reason);
        }

        /** Of a body that cannot be read the report says all; anything else is the caller's affair. */
        void rethrow() throws IOException {
            if (stopped instanceof UnreadableBody || stopped instanceof MonthEnded) {
                return;
            }
            if (stopped instanceof IOException io) {
                throw io;
            }
            if (stopped instanceof RuntimeException fault) {
                throw fault;
            }
        }
    }

    /** Reads a body; whatever stops it is part of the answer. */
    Reading read(SubmissionOrder order, BodyFiles files) {
        var request = order.request();
        var staging = new StagingWriter(database, request.id());
        var lines = new RegisterLines(order.register(), request.provider(), request.system(), order.named());
        var rows =
                new RowPipeline(lines, request.from(), request.to(), clock.instant(), keys, order.notation(), staging);
        try {
            readRows(order, files, rows);
            var staged = staging.finish();
            staging.lines(covered(order), true);
            staging.lines(named(rows), false);
            return new Reading(rows.counts(), rows.report(), staged, digest(order, files), null);
        } catch (IOException | RuntimeException e) {
            return new Reading(rows.counts(), rows.report(), 0, "", e);
        }
    }

    /** A word for the same body with the same order, and for no other. */
    String digest(SubmissionOrder order, BodyFiles files) throws IOException {
        var request = order.request();
        var region = order.register().regionsOf(request.provider()).stream()
                .sorted()
                .findFirst()
                .orElse("");
        var text = String.join(
                " ",
                "body",
                files.digest(),
                request.provider(),
                request.system(),
                request.profile(),
                request.from().toString(),
                request.to().toString(),
                String.valueOf(request.lines()),
                String.valueOf(request.saidEmpty()),
                String.valueOf(request.acceptErrors()),
                String.valueOf(request.replaces()));
        return keys.of(region, request.from()).pseudonym(text);
    }

    /** What is left is swept away later. */
    void forget(UUID id) {
        try {
            Workers.await(() -> sessions.withTransaction(session -> StagedRows.forget(session, id)));
        } catch (RuntimeException e) {
            LOG.debugf("The staging of submission %s is left to the sweeper", id);
        }
    }

    private static void readRows(SubmissionOrder order, BodyFiles files, RowPipeline rows) throws IOException {
        try {
            files.each((part, file) -> order.reader().read(file, rows));
            order.reader().end(rows);
        } catch (UnreadableBody e) {
            // No header is needed to say that there is nothing.
            if (e.reason() != UnreadableBody.Reason.EMPTY || !order.request().saidEmpty()) {
                throw e;
            }
        }
    }

    private static List<StagingWriter.LineUnit> covered(SubmissionOrder order) {
        var covered = new ArrayList<StagingWriter.LineUnit>();
        var request = order.request();
        var named = order.named();
        var period = new Period(request.from(), request.to());
        for (var placement : order.register().answeredFor(request.provider(), request.system(), period)) {
            var line = placement.line().id();
            if (named == null || named.contains(line)) {
                for (LocalDate day = request.from(); !day.isAfter(request.to()); day = day.plusDays(1)) {
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
