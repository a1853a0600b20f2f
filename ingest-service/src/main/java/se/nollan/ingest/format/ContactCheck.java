package se.nollan.ingest.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the contact format for one row. All findings of a row are told, not only the first. Serves one submission, on one
 * thread.
 */
public final class ContactCheck {
    static final Set<String> ORIGINS = Set.of("patient", "web", "staff");
    static final Set<String> CALLERS = Set.of("patient", "colleague", "provider", "municipality");
    static final Set<String> CANCELLERS = Set.of("patient", "staff", "system");

    private static final Field[] FIELDS = Field.values();

    private final KnownLines knownLines;
    private final LocalDate from;
    private final LocalDate to;
    private final Instant now;
    private final Consumer<RowFinding> errors;
    private final Consumer<RowFinding> warnings;

    /**
     * @param from first day of the submission's period
     * @param to last day of it
     * @param now no time of a row may lie after this
     */
    public ContactCheck(
            KnownLines knownLines,
            LocalDate from,
            LocalDate to,
            Instant now,
            Consumer<RowFinding> errors,
            Consumer<RowFinding> warnings) {
        this.knownLines = knownLines;
        this.from = from;
        this.to = to;
        this.now = now;
        this.errors = errors;
        this.warnings = warnings;
    }

    /** The contact that a row says, or null when it is in error; what was found has then been told. */
    public @Nullable Contact check(long row, @Nullable String[] values) {
        var rowFields = new RowFields(row, values, errors);
        var times = new RowTimes(rowFields, now);

        var id = rowFields.required(Field.ID);
        var lineKey = rowFields.required(Field.LINE);
        var channel = channel(rowFields);
        var kind = kind(rowFields, channel);
        var origin = rowFields.word(Field.ORIGIN, ORIGINS);
        var caller = rowFields.word(Field.CALLER, CALLERS);
        var contact = rowFields.text(Field.CONTACT);
        var problem = rowFields.text(Field.PROBLEM);
        var createdAt = times.createdAt(from, to);
        var answeredAt = times.after(createdAt, Field.ANSWERED_AT);
        var attempts = times.attempts(createdAt);
        var doneAt = times.after(createdAt, Field.DONE_AT);
        var offered = rowFields.isTrue(Field.OFFERED_SAME_DAY);
        var chosen = rowFields.date(Field.CHOSEN_DATE);
        var cancelledAt = times.after(createdAt, Field.CANCELLED_AT);
        var cancelledBy = rowFields.word(Field.CANCELLED_BY, CANCELLERS);
        if ((rowFields.raw(Field.CANCELLED_AT) == null) != (cancelledBy == null)) {
            rowFields.error(
                    cancelledBy == null ? Field.CANCELLED_BY : Field.CANCELLED_AT, FindingCode.CANCELLED_IN_PART);
        }
        var firstKey = rowFields.text(Field.FIRST_LINE);
        if (createdAt == null || channel == null) {
            return null;
        }
        var day = TimeText.day(createdAt);
        var resolved = lineKey == null ? null : line(rowFields, lineKey, day, channel);
        var firstLine = firstKey == null ? null : firstLine(rowFields, firstKey, day);
        if (rowFields.failed() || id == null || resolved == null || kind == null) {
            return null;
        }
        if (times.ambiguous()) {
            warnings.accept(new RowFinding(row, null, FindingCode.CLOCK_CHANGE, null));
        }
        return new Contact(
                row,
                id,
                resolved,
                day,
                channel,
                kind,
                origin,
                caller,
                contact,
                problem,
                createdAt,
                answeredAt,
                attempts,
                doneAt,
                offered,
                chosen,
                cancelledAt,
                cancelledBy,
                firstLine,
                times.ambiguous());
    }

    private static @Nullable Channel channel(RowFields rowFields) {
        var word = rowFields.required(Field.CHANNEL);
        if (word == null) {
            return null;
        }
        var channel = Channel.of(word);
        if (channel == null) {
            rowFields.error(Field.CHANNEL, FindingCode.NOT_A_WORD);
            return null;
        }
        for (var field : FIELDS) {
            if (rowFields.raw(field) != null && !field.belongsTo(channel)) {
                rowFields.error(field, FindingCode.FIELD_NOT_OF_CHANNEL);
            }
        }
        return channel;
    }

    private static @Nullable String kind(RowFields rowFields, @Nullable Channel channel) {
        var kind = rowFields.required(Field.KIND);
        if (kind == null) {
            return null;
        }
        if (channel == null || !channel.knows(kind)) {
            if (!Channel.anyKnows(kind)) {
                rowFields.error(Field.KIND, FindingCode.NOT_A_WORD);
            } else if (channel != null) {
                rowFields.error(Field.KIND, FindingCode.KIND_NOT_OF_CHANNEL);
            }
        }
        return kind;
    }

    private KnownLines.@Nullable Line line(RowFields rowFields, String key, LocalDate day, Channel channel) {
        var line = knownLines.line(key, day);
        if (line == null) {
            rowFields.error(Field.LINE, FindingCode.LINE_UNKNOWN);
            return null;
        }
        switch (line.standing()) {
            case OF_ANOTHER_PROVIDER -> rowFields.error(Field.LINE, FindingCode.LINE_NOT_YOURS);
            case NOT_COVERED -> rowFields.error(Field.LINE, FindingCode.LINE_NOT_COVERED);
            case COVERED -> {
                if (line.channel() != channel) {
                    rowFields.error(Field.LINE, FindingCode.CHANNEL_NOT_OF_LINE);
                }
            }
        }
        return line;
    }

    private KnownLines.@Nullable Line firstLine(RowFields rowFields, String key, LocalDate day) {
        var line = knownLines.firstLine(key, day);
        if (line == null) {
            rowFields.error(Field.FIRST_LINE, FindingCode.LINE_UNKNOWN);
        } else if (line.channel() != Channel.CHAT) {
            rowFields.error(Field.FIRST_LINE, FindingCode.CHANNEL_NOT_OF_LINE);
        }
        return line;
    }
}
