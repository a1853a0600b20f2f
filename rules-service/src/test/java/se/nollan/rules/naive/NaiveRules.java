package se.nollan.rules.naive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;

/**
 * The rules a second time: SQL in DuckDB, written straight from their text (rules.sql), to hold the core's answers against. It shares
 * nothing with the core but the contacts, the register and the names of the switches.
 */
final class NaiveRules implements AutoCloseable {

    /** What became of a contact: {@code HIT}, {@code MISS}, {@code EXCLUDED P-X1} or {@code MERGED id}. */
    interface Answer {
        void is(String contact, String unit, String disposition);
    }

    private static final List<String> EDITIONS =
            List.of("skr-2010", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "2.0");
    private static final Pattern MARK = Pattern.compile("\\$\\{(since )?([^}]+)}");
    private static final String RULES = read("/naive/rules.sql");
    private static final String TABLES = read("/naive/tables.sql");

    private final DuckDBConnection database;

    /** @param holidays days that are no working days, and whether each is one of the three eves */
    NaiveRules(
            List<Register.Unit> units,
            List<Register.Line> lines,
            Map<LocalDate, Boolean> holidays,
            List<Contact> contacts)
            throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        database = connection.unwrap(DuckDBConnection.class);
        try (Statement statement = database.createStatement()) {
            statement.execute(TABLES);
        }
        try (DuckDBAppender table = database.createAppender("main", "units")) {
            for (Register.Unit unit : units) {
                table.beginRow();
                text(table, unit.id(), unit.type().word(), unit.parent());
                period(table, unit.period());
                table.endRow();
            }
        }
        try (DuckDBAppender table = database.createAppender("main", "lines")) {
            for (Register.Line line : lines) {
                table.beginRow();
                text(table, line.id(), line.unit(), word(line.kind()));
                table.append(line.underMain());
                table.append(line.automatic());
                period(table, line.period());
                table.endRow();
            }
        }
        try (DuckDBAppender table = database.createAppender("main", "contacts")) {
            for (Contact contact : contacts) {
                table.beginRow();
                append(table, contact);
                table.endRow();
            }
        }
        try (DuckDBAppender table = database.createAppender("main", "holidays")) {
            for (Map.Entry<LocalDate, Boolean> holiday : holidays.entrySet()) {
                table.beginRow();
                table.append(holiday.getKey());
                table.append(holiday.getValue());
                table.endRow();
            }
        }
    }

    /** Tells what becomes of every contact that a unit has. */
    void answer(RuleSet ruleSet, Answer answer) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql(ruleSet))) {
            while (rows.next()) {
                answer.is(rows.getString("id"), rows.getString("unit"), rows.getString("disposition"));
            }
        }
    }

    /** The rules in SQL, as a rule set has them. */
    static String sql(RuleSet ruleSet) {
        return MARK.matcher(RULES).replaceAll(mark -> literal(ruleSet, mark));
    }

    private static String literal(RuleSet ruleSet, MatchResult mark) {
        if (mark.group(1) != null) {
            return Boolean.toString(EDITIONS.indexOf(ruleSet.edition().name()) >= EDITIONS.indexOf(mark.group(2)));
        }
        String reading = ruleSet.reading(Interpretation.named(mark.group(2)));
        return reading.matches("true|false|[0-9]+") ? reading : "'" + reading + "'";
    }

    private static void append(DuckDBAppender table, Contact contact) throws SQLException {
        text(table, contact.id().id(), contact.line(), word(contact.channel()), word(contact.kind()));
        text(table, word(contact.origin()), word(contact.caller()), contact.contact(), contact.problem());
        time(table, contact.createdAt());
        time(table, contact.answeredAt());
        table.append(
                LongStream.of(contact.attempts()).mapToObj(NaiveRules::instant).toList());
        time(table, contact.doneAt());
        table.append(contact.offeredSameDay());
        if (contact.chosenDate() == null) {
            table.appendNull();
        } else {
            table.append(contact.chosenDate());
        }
        time(table, contact.cancelledAt());
        text(table, word(contact.cancelledBy()), contact.firstLine());
    }

    private static void text(DuckDBAppender table, @Nullable String... values) throws SQLException {
        for (String value : values) {
            if (value == null) {
                table.appendNull();
            } else {
                table.append(value);
            }
        }
    }

    private static void time(DuckDBAppender table, long instant) throws SQLException {
        if (instant == Contact.NONE) {
            table.appendNull();
        } else {
            table.append(instant(instant));
        }
    }

    private static OffsetDateTime instant(long instant) {
        return Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC);
    }

    private static void period(DuckDBAppender table, Register.Period period) throws SQLException {
        table.append(period.from() == null ? LocalDate.of(1, 1, 1) : period.from());
        table.append(period.to() == null ? LocalDate.of(9999, 12, 31) : period.to());
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static String read(String resource) {
        try (InputStream data = NaiveRules.class.getResourceAsStream(resource)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
