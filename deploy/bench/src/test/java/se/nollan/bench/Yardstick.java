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
import java.util.regex.Pattern;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.RuleSet;

/** The same job in SQL by DuckDB: the file read, the rules of edition 2.0 with their defaults, tallies. No caller is made pseudonymous. */
final class Yardstick {

    private static final Pattern MARK = Pattern.compile("\\$\\{(since )?([^}]+)}");
    private static final RuleSet DEFAULTS = RuleSet.of(Edition.V2_0);

    private Yardstick() {}

    /** {@code unit day channel} to {@code contactsIn hits counted}. */
    static Map<String, String> tallies(Path file, int units, int threads) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute(read("/file.sql")
                    .replace("${units}", Integer.toString(units))
                    .replace("${file}", file.toString()));
            Map<String, String> tallies = new TreeMap<>();
            try (ResultSet rows =
                    statement.executeQuery("SELECT unit, day, channel, count(*), count_if(disposition = 'HIT'),"
                            + " count_if(disposition IN ('HIT', 'MISS')) FROM (" + rules() + ") GROUP BY ALL")) {
                while (rows.next()) {
                    tallies.put(
                            rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3),
                            rows.getLong(4) + " " + rows.getLong(5) + " " + rows.getLong(6));
                }
            }
            return tallies;
        }
    }

    private static String rules() {
        return MARK.matcher(read("/rules.sql")).replaceAll(mark -> {
            if (mark.group(1) != null) {
                return "true";
            }
            String reading = DEFAULTS.reading(Interpretation.named(mark.group(2)));
            return reading.matches("true|false|[0-9]+") ? reading : "'" + reading + "'";
        });
    }

    private static String read(String resource) {
        try (InputStream data = Yardstick.class.getResourceAsStream(resource)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
