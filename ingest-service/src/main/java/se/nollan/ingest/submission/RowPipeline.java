package se.nollan.ingest.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.ContactCheck;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.report.FindingLog;
import se.nollan.ingest.report.LogHabits;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.report.SkippedRows;
import se.nollan.ingest.report.UnknownLines;
import se.nollan.ingest.slice.StagedContact;

/** Row by row from a log to pseudonymous contacts: checked, keyed, written as canonical JSON, handed on. One submission, one thread. */
public final class RowPipeline implements RowSink {
    /** A line on a day. */
    public record LineDay(String line, LocalDate day) {}

    private final ContactCheck check;
    private final KeyedContacts contacts;
    private final Consumer<StagedContact> out;
    private final FindingLog errors = new FindingLog();
    private final FindingLog warnings = new FindingLog();
    private final Map<LineDay, String> units = new HashMap<>();
    private final SkippedRows skippedRows = new SkippedRows();
    private final LogHabits habits = new LogHabits();
    private final UnknownLines unknownLines = new UnknownLines();
    private long read;
    private long accepted;
    private long joined;
    private long skipped;
    private long warned;
    private boolean warnedNow;

    /**
     * @param from first day of the submission's period, and {@code to} its last
     * @param now no time of a row may lie after this
     * @param out takes each contact that is right
     */
    public RowPipeline(
            KnownLines knownLines,
            LocalDate from,
            LocalDate to,
            Instant now,
            DayKeys keys,
            SourceNotation source,
            Consumer<StagedContact> out) {
        this.check = new ContactCheck(new Watched(knownLines, unknownLines), from, to, now, errors::add, this::warn);
        this.contacts = new KeyedContacts(keys, source, errors::add, this::warn);
        this.out = out;
    }

    /** Notes the lines that are not known. */
    private record Watched(KnownLines lines, UnknownLines unknown) implements KnownLines {
        @Override
        public @Nullable Line line(String key, LocalDate day) {
            var line = lines.line(key, day);
            if (line == null) {
                unknown.add(key, day);
            }
            return line;
        }

        @Override
        public @Nullable Line firstLine(String key, LocalDate day) {
            return lines.firstLine(key, day);
        }
    }

    @Override
    public void row(long line, @Nullable String[] values) {
        read++;
        warnedNow = false;
        var contact = check.check(line, values);
        if (contact == null) {
            return;
        }
        var keyed = contacts.of(contact);
        if (keyed != null) {
            accept(contact, keyed);
        }
    }

    @Override
    public void skipped(long line, String because) {
        read++;
        skipped++;
        skippedRows.add(line, because);
    }

    @Override
    public void joined(long rows) {
        read += rows;
        joined += rows;
    }

    @Override
    public void broken(RowFinding rowFinding) {
        read++;
        errors.add(rowFinding);
    }

    /** What became of the rows so far. */
    public RowCounts counts() {
        return new RowCounts(read, accepted, joined, 0, skipped, read - accepted - joined - skipped, warned, 0);
    }

    /** What was found; to be asked once, at the end. */
    public Report report() {
        habits.findings().forEach(warnings::add);
        return new Report(
                null,
                errors.listed(),
                errors.tallies(),
                warnings.listed(),
                warnings.tallies(),
                skippedRows.reasons(),
                unknownLines.listed(),
                false);
    }

    /** The unit of every line and first line that an accepted contact names, by day. */
    public Map<LineDay, String> units() {
        return units;
    }

    private void accept(Contact contact, Pseudonyms.Keyed keyed) {
        habits.add(contact, keyed.contact());
        units.putIfAbsent(
                new LineDay(contact.line().id(), contact.day()), contact.line().unit());
        var first = contact.firstLine();
        if (first != null) {
            units.putIfAbsent(new LineDay(first.id(), contact.day()), first.unit());
        }
        accepted++;
        if (warnedNow) {
            warned++;
        }
        out.accept(new StagedContact(
                contact.row(),
                keyed.id(),
                contact.line().id(),
                contact.day(),
                first == null ? null : first.id(),
                warnedNow,
                ContactContent.of(contact, keyed)));
    }

    private void warn(RowFinding rowFinding) {
        warnedNow = true;
        warnings.add(rowFinding);
    }
}
