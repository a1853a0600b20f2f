package se.nollan.ingest.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.report.FindingLog;
import se.nollan.ingest.submission.RegisterLines;
import se.nollan.ingest.submission.SubmissionOrder;
import se.nollan.ingest.submission.SubmissionSources;

/** Merges what a system pushes into what is known of its contacts. Runs on a worker thread. */
@ApplicationScoped
class LivePush {
    /** Rows of one push. */
    static final int MOST_ROWS = 1_000;

    /** A clock that is a little ahead is nobody's fault. */
    static final Duration AHEAD = Duration.ofMinutes(2);

    private static final int MOST_TURNS = 10;

    private final SessionFactory sessions;
    private final SubmissionSources sources;
    private final LiveRepository contacts;
    private final DayKeys keys;
    private final Clock clock;

    LivePush(SessionFactory sessions, SubmissionSources sources, LiveRepository contacts, DayKeys keys, Clock clock) {
        this.sessions = sessions;
        this.sources = sources;
        this.contacts = contacts;
        this.keys = keys;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeText.STOCKHOLM);
    }

    /**
     * What came of a push.
     *
     * @param whole contacts that are known well enough to be counted
     * @param partly contacts of which more must come
     */
    record Pushed(long rows, long whole, long partly, long skipped, FindingLog errors, FindingLog warnings) {}

    private record Row(long place, @Nullable String[] values) {}

    /** The rows of a push; they are few. */
    private static final class Rows implements RowSink {
        private final List<Row> rows = new ArrayList<>();
        private final List<RowFinding> broken = new ArrayList<>();
        private long skipped;

        @Override
        public void row(long line, @Nullable String[] values) {
            bounded();
            rows.add(new Row(line, values.clone()));
        }

        @Override
        public void skipped(long line, String because) {
            skipped++;
        }

        @Override
        public void broken(RowFinding rowFinding) {
            bounded();
            broken.add(rowFinding);
        }

        private void bounded() {
            if (rows.size() + broken.size() >= MOST_ROWS) {
                throw new UnreadableBody(
                        UnreadableBody.Reason.ROW_LIMIT,
                        "A push has at most " + MOST_ROWS + " rows. Send a submission instead.");
            }
        }
    }

    /** Takes a push in. What is wrong with a row is told; the others are kept. */
    Pushed take(SubmissionOrder order, BodyFiles files) throws IOException {
        var rows = new Rows();
        files.each((part, file) -> order.reader().read(file, rows));
        order.reader().end(rows);
        var request = order.request();
        var lines = new RegisterLines(order.register(), request.provider(), request.system(), null);
        var latest = clock.instant().plus(AHEAD);
        var errors = new FindingLog();
        var warnings = new FindingLog();
        var merge = new LiveMerge(
                lines,
                request.from(),
                LocalDate.ofInstant(latest, TimeText.STOCKHOLM),
                latest,
                keys,
                order.notation(),
                warnings::add);
        rows.broken.forEach(errors::add);
        var source = Workers.await(
                () -> sessions.withTransaction(session -> sources.of(session, request.provider(), request.system())));
        var byId = byId(rows.rows, merge, errors);
        var kept = new HashMap<String, LiveContact>();
        for (var turn = 0; !byId.isEmpty(); turn++) {
            if (turn == MOST_TURNS) {
                throw new IllegalStateException("The same contacts are pushed again and again at once");
            }
            var ids = List.copyOf(byId.keySet());
            var known = Workers.await(
                    () -> sessions.withTransaction(session -> contacts.known(session, source, ids, lines)));
            var merged = merged(byId, known, merge, errors);
            byId.keySet().retainAll(merged.keySet());
            var done = Workers.await(() ->
                    sessions.withTransaction(session -> contacts.keep(session, source, request, merged.values())));
            merged.forEach((id, contact) -> {
                if (done.contains(id)) {
                    kept.put(id, contact);
                }
            });
            byId.keySet().removeAll(done);
        }
        var whole = kept.values().stream().filter(one -> one.placed() != null).count();
        return new Pushed(
                rows.rows.size() + rows.broken.size() + rows.skipped,
                whole,
                kept.size() - whole,
                rows.skipped,
                errors,
                warnings);
    }

    private static Map<String, List<Row>> byId(List<Row> rows, LiveMerge merge, FindingLog errors) {
        var byId = new LinkedHashMap<String, List<Row>>();
        for (var row : rows) {
            try {
                byId.computeIfAbsent(merge.id(row.place, row.values), any -> new ArrayList<>())
                        .add(row);
            } catch (LiveMerge.Wrong e) {
                e.findings().forEach(errors::add);
            }
        }
        return byId;
    }

    /** What is wrong is told once, and not merged when somebody else was first and all is merged again. */
    private static Map<String, LiveContact> merged(
            Map<String, List<Row>> rows, Map<String, LiveContact> known, LiveMerge merge, FindingLog errors) {
        var merged = new LinkedHashMap<String, LiveContact>();
        rows.forEach((id, ofOne) -> {
            var contact = known.get(id);
            for (var row : List.copyOf(ofOne)) {
                try {
                    contact = merge.of(row.place, id, row.values, contact);
                    merged.put(id, contact);
                } catch (LiveMerge.Wrong e) {
                    e.findings().forEach(errors::add);
                    ofOne.remove(row);
                }
            }
        });
        return merged;
    }
}
