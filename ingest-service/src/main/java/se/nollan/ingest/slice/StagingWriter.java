package se.nollan.ingest.slice;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries rows to the staging table while the next ones are read: two batches at most are in memory, however large the body. One
 * submission, one thread, which it blocks when the database is slower than the sender.
 */
public final class StagingWriter implements Consumer<StagedContact> {
    private static final int BATCH = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String INSERT = """
            insert into staged_contact (submission, row, id, line, day, first_line, warned, content)
            select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::date[], $6::text[], $7::boolean[], $8::text[])
            """;

    private static final String INSERT_LINES = """
            insert into staged_line (submission, line, day, unit, covered)
            select $1, line, day, unit, $5 from unnest($2::text[], $3::date[], $4::text[]) as l(line, day, unit)
            on conflict do nothing
            """;

    /** A line-day of a submission. */
    public record LineUnit(String line, LocalDate day, String unit) {}

    private final Pool database;
    private final UUID submission;
    private List<StagedContact> batch = new ArrayList<>(BATCH);
    private @Nullable CompletableFuture<RowSet<Row>> underWay;
    private long rows;

    public StagingWriter(Pool database, UUID submission) {
        this.database = database;
        this.submission = submission;
    }

    @Override
    public void accept(StagedContact row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            send();
        }
    }

    /** Waits until every row is in the database. */
    public long finish() {
        send();
        awaitLast();
        return rows;
    }

    public void lines(List<LineUnit> lines, boolean covered) {
        for (var from = 0; from < lines.size(); from += BATCH) {
            var some = lines.subList(from, Math.min(from + BATCH, lines.size()));
            database.preparedQuery(INSERT_LINES)
                    .execute(Tuple.tuple()
                            .addUUID(submission)
                            .addArrayOfString(column(some, LineUnit::line, new String[0]))
                            .addArrayOfLocalDate(column(some, LineUnit::day, new LocalDate[0]))
                            .addArrayOfString(column(some, LineUnit::unit, new String[0]))
                            .addBoolean(covered))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private void send() {
        awaitLast();
        if (batch.isEmpty()) {
            return;
        }
        rows += batch.size();
        underWay = database.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(submission)
                        .addArrayOfLong(column(batch, StagedContact::row, new Long[0]))
                        .addArrayOfString(column(batch, StagedContact::id, new String[0]))
                        .addArrayOfString(column(batch, StagedContact::line, new String[0]))
                        .addArrayOfLocalDate(column(batch, StagedContact::day, new LocalDate[0]))
                        .addArrayOfString(column(batch, StagedContact::firstLine, new String[0]))
                        .addArrayOfBoolean(column(batch, StagedContact::warned, new Boolean[0]))
                        .addArrayOfString(column(batch, StagedContact::content, new String[0])))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribeAsCompletionStage();
        batch = new ArrayList<>(BATCH);
    }

    private void awaitLast() {
        if (underWay == null) {
            return;
        }
        try {
            underWay.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            underWay = null;
        }
    }

    private static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }
}
