package se.nollan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The fastest that we know of who does the same job: DuckDB, by SQL that is written for speed. No caller is made pseudonymous. */
final class Peer {

    private Peer() {}

    /** {@code unit day channel} to {@code hits counted}, where something is counted. */
    static Map<String, String> tallies(Path file, int units, int threads) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("CREATE TABLE holidays (day DATE)");
            statement.execute("CREATE TABLE l AS SELECT kind || '-' || range AS line,"
                    + " 'SE2321000214-E' || lpad(CAST(range AS TEXT), 12, '0') AS unit, 'vardcentral' AS utype, true AS measured"
                    + " FROM range(" + units + "), (VALUES ('main'), ('menu'), ('chat')) AS kinds(kind)");
            Map<String, String> tallies = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(sql().replace("${file}", file.toString()))) {
                while (rows.next()) {
                    tallies.put(
                            rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3),
                            rows.getLong(4) + " " + rows.getLong(5));
                }
            }
            return tallies;
        }
    }

    /** What of the tallies of the others the peer gives too. */
    static Map<String, String> comparable(Map<String, String> tallies) {
        Map<String, String> comparable = new TreeMap<>();
        tallies.forEach((key, counts) -> {
            String[] parts = counts.split(" ");
            if (!parts[2].equals("0")) {
                comparable.put(key, parts[1] + " " + parts[2]);
            }
        });
        return comparable;
    }

    private static String sql() {
        try (InputStream data = Peer.class.getResourceAsStream("/peer.sql")) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
