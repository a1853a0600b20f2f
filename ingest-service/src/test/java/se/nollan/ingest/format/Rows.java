package se.nollan.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what a reader and the row check make of a body, for one line of each kind in a made-up register. */
public final class Rows implements RowSink {
    static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    static final String HEADER =
            "id,line,channel,kind,createdAt,contact,answeredAt,attempts,firstLine,cancelledAt,cancelledBy";

    public final List<Contact> contacts = new ArrayList<>();
    final List<RowFinding> errors = new ArrayList<>();
    final List<RowFinding> warnings = new ArrayList<>();
    public long skipped;
    private final ContactCheck check;

    public Rows() {
        this(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));
    }

    public Rows(LocalDate from, LocalDate to) {
        this(from, to, new OneOfEach());
    }

    private Rows(LocalDate from, LocalDate to, KnownLines lines) {
        check = new ContactCheck(lines, from, to, NOW, errors::add, warnings::add);
    }

    /** For a longer period than the other tests', and any line. */
    public static Rows fromTheField(LocalDate from, LocalDate to) {
        return new Rows(from, to, new AnyLine());
    }

    static Rows ofCsv(String... rows) {
        return ofBody(new CsvReader(StandardCharsets.UTF_8, Limits.DEFAULT), HEADER + "\n" + String.join("\n", rows));
    }

    static Rows ofNdjson(String... rows) {
        return ofBody(new NdjsonReader(StandardCharsets.UTF_8, Limits.DEFAULT), String.join("\n", rows));
    }

    public static Rows ofBody(RowReader reader, String body) {
        return ofBytes(reader, body.getBytes(StandardCharsets.UTF_8));
    }

    static Rows ofBytes(RowReader reader, byte[] body) {
        var rows = new Rows();
        try {
            reader.read(new ByteArrayInputStream(body), rows);
            reader.end(rows);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    /** Rule and field of every error. */
    public List<String> wrong() {
        return errors.stream()
                .map(error -> error.rule()
                        + (error.field() == null ? "" : " " + error.field().label()))
                .toList();
    }

    @Override
    public void row(long line, String[] values) {
        var contact = check.check(line, values);
        if (contact != null) {
            contacts.add(contact);
        }
    }

    @Override
    public void skipped(long line, String because) {
        skipped++;
    }

    @Override
    public void broken(RowFinding rowFinding) {
        errors.add(rowFinding);
    }

    private static final class OneOfEach implements KnownLines {
        private static final String UNIT = "SE2321000214-E000000000001";
        private static final Map<String, Line> LINES = Map.of(
                "AA", new Line("AA", UNIT, "23", Channel.PHONE, Standing.COVERED),
                "main", new Line("+46631000001", UNIT, "23", Channel.PHONE, Standing.COVERED),
                "chat", new Line("chat-bjorken", UNIT, "23", Channel.CHAT, Standing.COVERED),
                "unnamed", new Line("+46631000002", UNIT, "23", Channel.PHONE, Standing.NOT_COVERED),
                "theirs", new Line("+46631000021", UNIT, "23", Channel.PHONE, Standing.OF_ANOTHER_PROVIDER));

        @Override
        public Line line(String key, LocalDate day) {
            return LINES.get(key);
        }

        @Override
        public Line firstLine(String key, LocalDate day) {
            return LINES.get(key);
        }
    }

    private static final class AnyLine implements KnownLines {
        @Override
        public Line line(String key, LocalDate day) {
            return new Line(
                    key, OneOfEach.UNIT, "23", key.equals("chat") ? Channel.CHAT : Channel.PHONE, Standing.COVERED);
        }

        @Override
        public Line firstLine(String key, LocalDate day) {
            return line(key, day);
        }
    }
}
