package se.nollan.ingest.vendor;

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
    private static final Set<String> ORIGINS = Set.of("patient", "web", "staff");
    private static final Set<String> CALLERS = Set.of("patient", "colleague", "provider", "municipality");
    private static final Set<String> CANCELLERS = Set.of("patient", "staff", "system");

    private final Lines lines;
    private final LocalDate from;
    private final LocalDate to;
    private final Instant now;
    private final Consumer<Finding> errors;
    private final Consumer<Finding> warnings;

    /**
     * @param from first day of the submission's period
     * @param to last day of it
     * @param now no time of a row may lie after this
     */
    public ContactCheck(
            Lines lines,
            LocalDate from,
            LocalDate to,
            Instant now,
            Consumer<Finding> errors,
            Consumer<Finding> warnings) {
        this.lines = lines;
        this.from = from;
        this.to = to;
        this.now = now;
        this.errors = errors;
        this.warnings = warnings;
    }

    /** The contact that a row says, or null when it is in error; what was found has then been told. */
    public @Nullable Contact check(long row, @Nullable String[] values) {
        var cells = new Cells(row, values, errors);
        var times = new RowTimes(cells, now);

        var id = cells.required(Field.ID);
        var lineKey = cells.required(Field.LINE);
        var channel = channel(cells);
        var kind = kind(cells, channel);
        var origin = cells.word(Field.ORIGIN, ORIGINS);
        var caller = cells.word(Field.CALLER, CALLERS);
        var contact = cells.text(Field.CONTACT);
        var problem = cells.text(Field.PROBLEM);
        var createdAt = times.createdAt(from, to);
        var answeredAt = times.after(createdAt, Field.ANSWERED_AT);
        var attempts = times.attempts(createdAt);
        var doneAt = times.after(createdAt, Field.DONE_AT);
        var offered = cells.isTrue(Field.OFFERED_SAME_DAY);
        var chosen = cells.date(Field.CHOSEN_DATE);
        var cancelledAt = times.after(createdAt, Field.CANCELLED_AT);
        var cancelledBy = cells.word(Field.CANCELLED_BY, CANCELLERS);
        if ((cells.raw(Field.CANCELLED_AT) == null) != (cancelledBy == null)) {
            cells.error(cancelledBy == null ? Field.CANCELLED_BY : Field.CANCELLED_AT, Rule.CANCELLED_IN_PART);
        }
        var firstKey = cells.text(Field.FIRST_LINE);
        if (createdAt == null || channel == null) {
            return null;
        }
        var day = TimeText.day(createdAt);
        var resolved = lineKey == null ? null : line(cells, lineKey, day, channel);
        var firstLine = firstKey == null ? null : firstLine(cells, firstKey, day);
        if (cells.failed() || id == null || resolved == null || kind == null) {
            return null;
        }
        if (times.ambiguous()) {
            warnings.accept(new Finding(row, null, Rule.CLOCK_CHANGE, null));
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

    private static @Nullable Channel channel(Cells cells) {
        var word = cells.required(Field.CHANNEL);
        if (word == null) {
            return null;
        }
        var channel = Channel.of(word);
        if (channel == null) {
            cells.error(Field.CHANNEL, Rule.NOT_A_WORD);
            return null;
        }
        for (var field : Field.values()) {
            if (cells.raw(field) != null && !field.belongsTo(channel)) {
                cells.error(field, Rule.FIELD_NOT_OF_CHANNEL);
            }
        }
        return channel;
    }

    private static @Nullable String kind(Cells cells, @Nullable Channel channel) {
        var kind = cells.required(Field.KIND);
        if (kind == null) {
            return null;
        }
        if (!Channel.anyKnows(kind)) {
            cells.error(Field.KIND, Rule.NOT_A_WORD);
        } else if (channel != null && !channel.knows(kind)) {
            cells.error(Field.KIND, Rule.KIND_NOT_OF_CHANNEL);
        }
        return kind;
    }

    private Lines.@Nullable Line line(Cells cells, String key, LocalDate day, Channel channel) {
        var line = lines.line(key, day);
        if (line == null) {
            cells.error(Field.LINE, Rule.LINE_UNKNOWN);
            return null;
        }
        switch (line.standing()) {
            case OF_ANOTHER_PROVIDER -> cells.error(Field.LINE, Rule.LINE_NOT_YOURS);
            case NOT_COVERED -> cells.error(Field.LINE, Rule.LINE_NOT_COVERED);
            case COVERED -> {
                if (line.channel() != channel) {
                    cells.error(Field.LINE, Rule.CHANNEL_NOT_OF_LINE);
                }
            }
        }
        return line;
    }

    private Lines.@Nullable Line firstLine(Cells cells, String key, LocalDate day) {
        var line = lines.firstLine(key, day);
        if (line == null) {
            cells.error(Field.FIRST_LINE, Rule.LINE_UNKNOWN);
        } else if (line.channel() != Channel.CHAT) {
            cells.error(Field.FIRST_LINE, Rule.CHANNEL_NOT_OF_LINE);
        }
        return line;
    }
}
