package se.nollan.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.profile.Profile;
import se.nollan.ingest.profile.ProfileReader;
import se.nollan.ingest.profile.Profiles;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.pseudonym.DayKey;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.submission.RowPipeline;

/**
 * From a file to pseudonymous contacts as ingest-service makes them (read, checked, resolved, keyed, written as messages have them), without network and
 * database: a file of the contact format, and a telephone system's log with several rows a call. Beside it plain FastCSV, which only splits
 * the same rows, and DuckDB, which reads and groups them. All in turn, three turns after one that does not count; the best turn is told.
 */
public final class ReadBenchmark {

    private static final int TURNS = 3;
    private static final LocalDate LAST = MonthFile.FIRST.plusDays(MonthFile.DAYS - 1);
    private static final Limits ANY = new Limits(65_536, Long.MAX_VALUE);

    private final int contacts;
    private final int threads;
    private final Path folder;

    private ReadBenchmark(int contacts, int threads, Path folder) {
        this.contacts = contacts;
        this.threads = threads;
        this.folder = folder;
    }

    /** @param arguments numbers of contacts, separated by commas */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "nollan-bench"));
        for (String contacts : arguments[0].split(",")) {
            for (int threads : new int[] {1, 2}) {
                ReadBenchmark benchmark = new ReadBenchmark(Integer.parseInt(contacts.trim()), threads, folder);
                benchmark.contactFormat();
                benchmark.callLog();
            }
        }
    }

    private void contactFormat() throws Exception {
        Path file = MonthFile.of(contacts, folder);
        List<FilePiece> pieces = FilePiece.of(file, threads);
        String count = "select count(*), count(distinct contact) from read_csv('" + file
                + "', header = true, all_varchar = true) group by line, createdAt[1:10]";
        compare(
                "contact format",
                Files.size(file),
                pieces.stream()
                        .map(piece -> (Callable<Long>) () -> format(piece))
                        .toList(),
                pieces.stream()
                        .map(piece -> (Callable<Long>) () -> {
                            try (InputStream rows = piece.open()) {
                                return split(rows);
                            }
                        })
                        .toList(),
                count);
    }

    private void callLog() throws Exception {
        List<Path> log = CallLog.of(contacts, 2, folder);
        List<List<Path>> deliveries = threads == 1 ? List.of(log) : List.of(log.subList(0, 1), log.subList(1, 2));
        long bytes = 0;
        for (Path file : log) {
            bytes += Files.size(file);
        }
        String group =
                "select call_id, min(dte_start), max(source), max(dte_speak_start), max(queue_key) from read_csv(["
                        + String.join(
                                ", ", log.stream().map(file -> "'" + file + "'").toList())
                        + "], header = true, all_varchar = true) group by call_id";
        compare(
                "call log",
                bytes,
                deliveries.stream()
                        .map(files -> (Callable<Long>) () -> calls(files))
                        .toList(),
                deliveries.stream()
                        .map(files -> (Callable<Long>) () -> {
                            long fields = 0;
                            for (Path file : files) {
                                try (InputStream rows = Files.newInputStream(file)) {
                                    fields += split(rows);
                                }
                            }
                            return fields;
                        })
                        .toList(),
                group);
    }

    private void compare(String what, long bytes, List<Callable<Long>> ours, List<Callable<Long>> plain, String sql)
            throws Exception {
        double nollan = Double.MAX_VALUE;
        double splitting = Double.MAX_VALUE;
        double grouping = Double.MAX_VALUE;
        long heap = 0;
        for (int turn = 0; turn <= TURNS; turn++) {
            forgetPeak();
            double seconds = seconds(() -> {
                if (together(ours) != contacts / 2 * 2) {
                    throw new IllegalStateException("Contacts were lost");
                }
                return 0L;
            });
            long peak = peak();
            double splitSeconds = seconds(() -> together(plain));
            double groupSeconds = seconds(() -> duckDb(sql));
            if (turn > 0) {
                heap = Math.max(heap, peak);
                nollan = Math.min(nollan, seconds);
                splitting = Math.min(splitting, splitSeconds);
                grouping = Math.min(grouping, groupSeconds);
            }
        }
        System.out.printf(
                "%s, %,d contacts, %,d MB, %d thread(s): Nollan %.2f s (%,.0f contacts/s, at most %,d MB of heap), FastCSV %.2f s (%.2f times as"
                        + " long), DuckDB %.2f s (%.2f times as long)%n",
                what,
                contacts,
                bytes >> 20,
                threads,
                nollan,
                contacts / nollan,
                heap >> 20,
                splitting,
                splitting / nollan,
                grouping,
                grouping / nollan);
    }

    private long format(FilePiece piece) throws IOException {
        try (InputStream csv = piece.open();
                RowReader reader = new se.nollan.ingest.format.CsvReader(StandardCharsets.UTF_8, ANY)) {
            AtomicLong made = new AtomicLong();
            RowPipeline rows = pipeline(SourceNotation.USUAL, made);
            reader.read(csv, rows);
            reader.end(rows);
            return made.get();
        }
    }

    private long calls(List<Path> files) throws IOException {
        Profile profile = new Profiles(Optional.empty()).named("puzzel-call-events");
        try (ProfileReader reader = new ProfileReader(profile, LAST, new SpillSpace(folder, 16L << 30))) {
            AtomicLong made = new AtomicLong();
            RowPipeline rows = pipeline(profile.notation(), made);
            for (Path file : files) {
                try (InputStream log = Files.newInputStream(file)) {
                    reader.read(log, rows);
                }
            }
            reader.end(rows);
            return made.get();
        }
    }

    private RowPipeline pipeline(SourceNotation notation, AtomicLong made) {
        return new RowPipeline(
                new Region(MonthFile.units(contacts)),
                MonthFile.FIRST,
                LAST,
                Instant.parse("2027-01-01T00:00:00Z"),
                (region, day) -> new DayKey(new byte[DayKey.BYTES]),
                notation,
                contact -> made.incrementAndGet());
    }

    private static long split(InputStream rows) throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(rows, StandardCharsets.UTF_8))) {
            for (CsvRecord row : reader) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    private long duckDb(String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = " + threads);
            try (ResultSet groups = statement.executeQuery("select count(*) from (" + sql + ")")) {
                groups.next();
                return groups.getLong(1);
            }
        }
    }

    private static long together(List<Callable<Long>> pieces) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(pieces.size());
        try {
            long sum = 0;
            for (Future<Long> piece : workers.invokeAll(new ArrayList<>(pieces))) {
                sum += piece.get();
            }
            return sum;
        } finally {
            workers.shutdown();
        }
    }

    private static double seconds(Callable<Long> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void forgetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
