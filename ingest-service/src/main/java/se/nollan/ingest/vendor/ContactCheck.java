package se.nollan.ingest.vendor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the contact format for one row. All findings of a row are told, not only the first. Serves one submission, on one
 * thread.
 */
public final class ContactCheck {
    private static final int LONGEST_TEXT = 64;
    private static final int MOST_ATTEMPTS = 20;
    private static final Set<String> ORIGINS = Set.of("patient", "web", "staff");
    private static final Set<String> CALLERS = Set.of("patient", "colleague", "provider", "municipality");
    private static final Set<String> CANCELLERS = Set.of("patient", "staff", "system");

    private final Lines lines;
    private final LocalDate from;
    private final LocalDate to;
    private final Instant now;
    private final Consumer<Finding> errors;
    private final Consumer<Finding> warnings;

    private long row;
    private boolean failed;
    private boolean ambiguous;
    private @Nullable String[] values = new @Nullable String[0];

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
    public @Nullable Contact check(long line, @Nullable String[] rowValues) {
        row = line;
        values = rowValues;
        failed = false;
        ambiguous = false;

        var id = required(Field.ID);
        var lineKey = required(Field.LINE);
        var channel = channel();
        var kind = kind(channel);
        var origin = word(Field.ORIGIN, ORIGINS);
        var caller = word(Field.CALLER, CALLERS);
        var contact = text(Field.CONTACT);
        var problem = text(Field.PROBLEM);
        var createdAt = createdAt();
        var answeredAt = time(Field.ANSWERED_AT, createdAt);
        var attempts = attempts(createdAt);
        var doneAt = time(Field.DONE_AT, createdAt);
        var offered = offeredSameDay();
        var chosen = chosenDate();
        var cancelledAt = time(Field.CANCELLED_AT, createdAt);
        var cancelledBy = word(Field.CANCELLED_BY, CANCELLERS);
        if ((values[Field.CANCELLED_AT.ordinal()] == null) != (values[Field.CANCELLED_BY.ordinal()] == null)) {
            error(cancelledBy == null ? Field.CANCELLED_BY : Field.CANCELLED_AT, Rule.CANCELLED_IN_PART);
        }
        var firstKey = text(Field.FIRST_LINE);
        if (createdAt == null || channel == null) {
            return null;
        }
        var day = TimeText.day(createdAt);
        var resolved = lineKey == null ? null : line(lineKey, day, channel);
        var firstLine = firstKey == null ? null : firstLine(firstKey, day);
        if (failed || id == null || resolved == null || kind == null) {
            return null;
        }
        if (ambiguous) {
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
                ambiguous);
    }

    private @Nullable Channel channel() {
        var word = required(Field.CHANNEL);
        if (word == null) {
            return null;
        }
        var channel = Channel.of(word);
        if (channel == null) {
            error(Field.CHANNEL, Rule.NOT_A_WORD);
            return null;
        }
        for (var field : Field.values()) {
            if (values[field.ordinal()] != null && !field.belongsTo(channel)) {
                error(field, Rule.FIELD_NOT_OF_CHANNEL);
            }
        }
        return channel;
    }

    private @Nullable String kind(@Nullable Channel channel) {
        var kind = required(Field.KIND);
        if (kind == null) {
            return null;
        }
        if (!Channel.anyKnows(kind)) {
            error(Field.KIND, Rule.NOT_A_WORD);
        } else if (channel != null && !channel.knows(kind)) {
            error(Field.KIND, Rule.KIND_NOT_OF_CHANNEL);
        }
        return kind;
    }

    private @Nullable Instant createdAt() {
        var text = required(Field.CREATED_AT);
        if (text == null) {
            return null;
        }
        var at = moment(Field.CREATED_AT, text, Instant.MIN);
        if (at == null) {
            return null;
        }
        var day = TimeText.day(at);
        if (day.isBefore(from) || day.isAfter(to)) {
            error(Field.CREATED_AT, Rule.OUTSIDE_PERIOD);
        }
        return at;
    }

    private @Nullable Instant time(Field field, @Nullable Instant createdAt) {
        var text = values[field.ordinal()];
        return text == null ? null : laterMoment(field, text, createdAt);
    }

    private List<Instant> attempts(@Nullable Instant createdAt) {
        var text = values[Field.ATTEMPTS.ordinal()];
        if (text == null) {
            return List.of();
        }
        var attempts = new ArrayList<Instant>();
        for (var one : text.split(" ")) {
            if (attempts.size() == MOST_ATTEMPTS) {
                error(Field.ATTEMPTS, Rule.TOO_MANY_ATTEMPTS);
                return List.of();
            }
            var at = laterMoment(Field.ATTEMPTS, one, createdAt);
            if (at == null) {
                return List.of();
            }
            attempts.add(at);
        }
        return attempts;
    }

    private @Nullable Instant laterMoment(Field field, String text, @Nullable Instant createdAt) {
        var at = moment(field, text, createdAt == null ? Instant.MIN : createdAt);
        if (at != null && createdAt != null && at.isBefore(createdAt)) {
            error(field, Rule.BEFORE_CREATED);
        }
        return at;
    }

    private @Nullable Instant moment(Field field, String text, Instant notBefore) {
        if (TimeText.read(text, notBefore) instanceof TimeText.Moment moment) {
            ambiguous |= moment.ambiguous();
            if (moment.at().isAfter(now)) {
                error(field, Rule.IN_FUTURE);
            }
            return moment.at();
        }
        var unreadable = (TimeText.Unreadable) TimeText.read(text, notBefore);
        error(field, unreadable.rule());
        return null;
    }

    private boolean offeredSameDay() {
        var text = values[Field.OFFERED_SAME_DAY.ordinal()];
        if (text != null && !text.equals("true") && !text.equals("false")) {
            error(Field.OFFERED_SAME_DAY, Rule.NOT_TRUE_OR_FALSE);
        }
        return "true".equals(text);
    }

    private @Nullable LocalDate chosenDate() {
        var text = values[Field.CHOSEN_DATE.ordinal()];
        if (text == null) {
            return null;
        }
        var date = TimeText.date(text);
        if (date == null) {
            error(Field.CHOSEN_DATE, Rule.NOT_A_DATE);
        }
        return date;
    }

    private Lines.@Nullable Line line(String key, LocalDate day, Channel channel) {
        var line = lines.line(key, day);
        if (line == null) {
            error(Field.LINE, Rule.LINE_UNKNOWN);
            return null;
        }
        switch (line.standing()) {
            case OF_ANOTHER_PROVIDER -> error(Field.LINE, Rule.LINE_NOT_YOURS);
            case NOT_COVERED -> error(Field.LINE, Rule.LINE_NOT_COVERED);
            case COVERED -> {
                if (line.channel() != channel) {
                    error(Field.LINE, Rule.CHANNEL_NOT_OF_LINE);
                }
            }
        }
        return line;
    }

    private Lines.@Nullable Line firstLine(String key, LocalDate day) {
        var line = lines.firstLine(key, day);
        if (line == null) {
            error(Field.FIRST_LINE, Rule.LINE_UNKNOWN);
        } else if (line.channel() != Channel.CHAT) {
            error(Field.FIRST_LINE, Rule.CHANNEL_NOT_OF_LINE);
        }
        return line;
    }

    private @Nullable String required(Field field) {
        if (values[field.ordinal()] == null) {
            error(field, Rule.FIELD_REQUIRED);
            return null;
        }
        return text(field);
    }

    private @Nullable String word(Field field, Set<String> words) {
        var text = values[field.ordinal()];
        if (text != null && !words.contains(text)) {
            error(field, Rule.NOT_A_WORD);
        }
        return text;
    }

    private @Nullable String text(Field field) {
        var text = values[field.ordinal()];
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_TEXT && text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            error(field, Rule.TOO_LONG);
        } else if (!isClean(text)) {
            error(field, Rule.BAD_CHARACTER);
        }
        return text;
    }

    // Control characters hide in reports, and PostgreSQL cannot hold NUL or half of a surrogate pair.
    private static boolean isClean(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private void error(Field field, Rule rule) {
        failed = true;
        errors.accept(Finding.of(row, field, rule, values[field.ordinal()]));
    }
}
