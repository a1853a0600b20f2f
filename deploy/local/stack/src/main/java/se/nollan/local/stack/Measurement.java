package se.nollan.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import se.nollan.local.sample.Delivery;
import se.nollan.local.sample.Sample;

/** Rates and memory of a run, beside what the same database takes the same rows at with nothing around it. */
final class Measurement {

    private Measurement() {}

    /** @param taken nanoseconds from the first POST until the last figure stood */
    static List<String> of(Stack stack, Sample sample, long taken) {
        List<String> lines = new ArrayList<>();
        lines.add("From the first POST to the last figure: " + rate(sample.rows(), taken));
        lines.add("A plain COPY of the same rows:          " + rate(sample.rows(), copy(stack, sample)));
        lines.add("Memory (resident, now and at most):");
        memory().forEach((name, text) -> lines.add("  %-16s %s".formatted(name, text)));
        return lines;
    }

    private static String rate(long rows, long nanos) {
        return "%,d contacts in %,d ms, %,d a second"
                .formatted(rows, nanos / 1_000_000, rows * 1_000_000_000L / Math.max(1, nanos));
    }

    /** The rows as text, one column, into a table with a log, in a transaction for each file. */
    private static long copy(Stack stack, Sample sample) {
        try (Connection connection = stack.parts().postgres().connect("ingest");
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE copied (row text)");
            long begun = System.nanoTime();
            for (Delivery delivery : sample.deliveries()) {
                try (InputStream rows = open(delivery)) {
                    // A delimiter and an escape that no row has: the whole line is the column.
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "COPY copied FROM STDIN WITH (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')",
                                    rows);
                }
            }
            long taken = System.nanoTime() - begun;
            sql.execute("DROP TABLE copied");
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Delivery delivery) throws IOException {
        InputStream file = Files.newInputStream(delivery.file());
        return delivery.gzip() ? new GZIPInputStream(file) : file;
    }

    /** Of this process and its children, where the system tells (Linux). */
    private static Map<String, String> memory() {
        Map<String, long[]> sums = new TreeMap<>();
        ProcessHandle.current().descendants().forEach(process -> add(sums, process));
        Map<String, String> lines = new TreeMap<>();
        sums.forEach((name, kilobytes) ->
                lines.put(name, "%,d MB, %,d MB".formatted(kilobytes[0] / 1024, kilobytes[1] / 1024)));
        return lines;
    }

    private static void add(Map<String, long[]> sums, ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try {
            String command = Files.readString(folder.resolve("cmdline"));
            String status = Files.readString(folder.resolve("status"));
            long[] sum = sums.computeIfAbsent(nameOf(command), name -> new long[2]);
            sum[0] += kilobytes(status, "VmRSS:");
            sum[1] += kilobytes(status, "VmHWM:");
        } catch (IOException gone) {
            // ended meanwhile, or not Linux
        }
    }

    private static String nameOf(String command) {
        return List.of("ingest-service", "rules-service", "publish-service", "kafka.Kafka", "keycloak", "postgres")
                .stream()
                .filter(command::contains)
                .findFirst()
                .orElse("other");
    }

    private static long kilobytes(String status, String key) {
        return status.lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
