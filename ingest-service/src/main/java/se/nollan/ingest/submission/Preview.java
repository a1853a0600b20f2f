package se.nollan.ingest.submission;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.ContactCheck;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.format.Shape;
import se.nollan.ingest.profile.UnknownWords;
import se.nollan.ingest.pseudonym.DayKey;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.report.FindingLog;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.SkippedRows;

/** What a profile makes of a piece of a log, for its author: nothing is stored, and of callers and ids only the shape is shown. */
public final class Preview implements RowSink {
    private static final int EXAMPLES = 100;

    private final PreviewLines lines;
    private final ContactCheck check;
    private final KeyedContacts keyedContacts;
    private final Map<String, DayKey> keys = new HashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final BiConsumer<Contact, Pseudonyms.Keyed> each;
    private final FindingLog errors = new FindingLog();
    private final FindingLog warnings = new FindingLog();
    private final SkippedRows skipped = new SkippedRows();
    private final Map<String, Long> kinds = new TreeMap<>();
    private final List<Map<String, Object>> examples = new ArrayList<>();
    private long rows;
    private long joined;
    private long contacts;
    private long withheld;
    private long answered;

    /**
     * @param from first day of which contacts are looked at, and {@code to} the last
     * @param now no time may lie after it
     * @param each is given every contact that is right
     */
    public Preview(
            PreviewLines lines,
            LocalDate from,
            LocalDate to,
            Instant now,
            SourceNotation notation,
            BiConsumer<Contact, Pseudonyms.Keyed> each) {
        this.each = each;
        this.lines = lines;
        this.check = new ContactCheck(lines, from, to, now, errors::add, warnings::add);
        this.keyedContacts = new KeyedContacts(this::key, notation, errors::add, warnings::add);
    }

    /** Of keys that nobody has, and that are forgotten with the preview. */
    private DayKey key(String region, LocalDate day) {
        return keys.computeIfAbsent(region + " " + day, any -> {
            var key = new byte[DayKey.BYTES];
            random.nextBytes(key);
            return new DayKey(key);
        });
    }

    /** A line that the register does not know, as the log calls it. */
    public record UnknownLine(String key, long contacts) {}

    /**
     * The answer.
     *
     * @param rows of the log, without its header; each is one of the contacts made, joined to one of them, skipped, or in error
     * @param withheld contacts without a caller
     * @param contacts the first ones, by the fields of the contact format
     */
    public record Body(
            long rows,
            long made,
            long joined,
            long answered,
            long withheld,
            Map<String, Long> kinds,
            List<Report.Skipped> skipped,
            List<Report.Entry> errors,
            List<Report.Tally> errorCounts,
            List<Report.Tally> warningCounts,
            List<UnknownLine> unknownLines,
            List<String> unreadColumns,
            List<UnknownWords.Word> unknownWords,
            List<Map<String, Object>> contacts) {}

    @Override
    public void row(long line, @Nullable String[] values) {
        rows++;
        lines.row(values);
        var contact = check.check(line, values);
        if (contact == null) {
            return;
        }
        var keyed = keyedContacts.of(contact);
        if (keyed == null) {
            return;
        }
        contacts++;
        each.accept(contact, keyed);
        kinds.merge(contact.channel().word() + " " + contact.kind(), 1L, Long::sum);
        if (contact.answeredAt() != null) {
            answered++;
        }
        if (keyed.contact() == null) {
            withheld++;
        }
        if (examples.size() < EXAMPLES) {
            examples.add(example(contact, keyed, values));
        }
    }

    @Override
    public void skipped(long line, String because) {
        rows++;
        skipped.add(line, because);
    }

    @Override
    public void joined(long more) {
        rows += more;
        joined += more;
    }

    @Override
    public void broken(RowFinding rowFinding) {
        rows++;
        errors.add(rowFinding);
    }

    /** What was made of the log. */
    public Body body(UnknownWords words) {
        return new Body(
                rows,
                contacts,
                joined,
                answered,
                withheld,
                kinds,
                skipped.reasons(),
                errors.listed().stream().limit(EXAMPLES).toList(),
                errors.tallies(),
                warnings.tallies(),
                lines.unknown().entrySet().stream()
                        .map(one -> new UnknownLine(UnknownWords.shown(one.getKey()), one.getValue()))
                        .toList(),
                words.columns(),
                words.words(),
                examples);
    }

    private Map<String, Object> example(Contact contact, Pseudonyms.Keyed keyed, @Nullable String[] values) {
        var example = new LinkedHashMap<String, Object>();
        example.put("row", contact.row());
        for (var field : Field.values()) {
            var value = values[field.ordinal()];
            if (value != null) {
                example.put(field.label(), shown(field, value));
            }
        }
        if (!contact.line().unit().isEmpty()) {
            example.put("unit", contact.line().unit());
        }
        if (contact.contact() != null && keyed.contact() == null) {
            example.put("withheld", true);
        }
        return example;
    }

    private static String shown(Field field, String value) {
        return switch (field) {
            case ID, CONTACT, PROBLEM -> Shape.of(value);
            default -> UnknownWords.shown(value);
        };
    }
}
