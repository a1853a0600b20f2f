package se.nollan.ingest.pseudonym;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keys of days in the database, wrapped by the keys of their months in a folder. Blocks; asked once for each region and day of a
 * submission. A month has ended when its row says so, and is never given another key; one whose row does not and whose file is not there
 * waits for the file.
 */
@ApplicationScoped
public class StoredDayKeys implements DayKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool database;
    private final MonthKeyFolder folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredDayKeys(Pool database, Clock clock, @ConfigProperty(name = "nollan.keys.dir") Path folder) {
        this.database = database;
        this.clock = clock;
        this.folder = new MonthKeyFolder(folder);
    }

    @Override
    public DayKey of(String region, LocalDate day) {
        var month = monthKey(YearMonth.from(day));
        var wrapped = wrapped(region, day);
        if (wrapped == null) {
            var key = new byte[DayKey.BYTES];
            random.nextBytes(key);
            run(
                    "insert into day_key (region, day, wrapped) values ($1, $2, $3) on conflict do nothing",
                    Tuple.of(region, day, io.vertx.core.buffer.Buffer.buffer(month.wrap(key, region, day, random))));
            // Another replica may have been first: what stands in the table holds.
            wrapped = wrapped(region, day);
        }
        if (wrapped == null) {
            throw new MonthEnded(YearMonth.from(day));
        }
        return new DayKey(month.unwrap(wrapped, region, day));
    }

    /** Ends every month whose last day lies before {@code day}: its file and the keys it wraps are gone. */
    void endMonthsBefore(LocalDate day) {
        try {
            var months = new TreeSet<>(folder.months());
            months.addAll(inUse());
            for (var month : months) {
                if (month.atEndOfMonth().isBefore(day)) {
                    end(month);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Months in use whose key is not in the folder. */
    List<YearMonth> missing() {
        try {
            var here = folder.months();
            return inUse().stream().filter(month -> !here.contains(month)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<YearMonth> inUse() {
        var months = new ArrayList<YearMonth>();
        database.query("select month from month_key where destroyed_at is null order by month")
                .execute()
                .await()
                .atMost(PATIENCE)
                .forEach(row -> months.add(YearMonth.from(row.getLocalDate(0))));
        return months;
    }

    /** On record first: what is gone and not on record would be looked for. */
    private void end(YearMonth month) throws IOException {
        run(
                "insert into month_key (month, created_at, destroyed_at) values ($1, $2, $2)"
                        + " on conflict (month) do update set destroyed_at = coalesce(month_key.destroyed_at, excluded.destroyed_at)",
                Tuple.of(month.atDay(1), now()));
        folder.destroy(month);
        run("delete from day_key where day between $1 and $2", Tuple.of(month.atDay(1), month.atEndOfMonth()));
    }

    private MonthKey monthKey(YearMonth month) {
        try {
            var known = one("select destroyed_at from month_key where month = $1", Tuple.of(month.atDay(1)));
            if (known != null) {
                if (known.getOffsetDateTime(0) != null) {
                    throw new MonthEnded(month);
                }
                var key = folder.read(month);
                if (key == null) {
                    throw new KeyMissing(month);
                }
                return key;
            }
            var key = folder.readOrCreate(month, random);
            run(
                    "insert into month_key (month, created_at) values ($1, $2) on conflict do nothing",
                    Tuple.of(month.atDay(1), now()));
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of monthly keys cannot be used", e);
        }
    }

    private byte @Nullable [] wrapped(String region, LocalDate day) {
        var row = one("select wrapped from day_key where region = $1 and day = $2", Tuple.of(region, day));
        return row == null ? null : row.getBuffer(0).getBytes();
    }

    private @Nullable Row one(String sql, Tuple parameters) {
        var rows = database.preparedQuery(sql)
                .execute(parameters)
                .await()
                .atMost(PATIENCE)
                .iterator();
        return rows.hasNext() ? rows.next() : null;
    }

    private void run(String sql, Tuple parameters) {
        database.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
