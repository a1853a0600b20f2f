package se.nollan.ingest.format;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cells of one row, each read as what the contact format says that it is; what is wrong is told. */
final class RowFields {
    private static final int LONGEST_TEXT = 64;

    private final long row;
    private final @Nullable String[] values;
    private final Consumer<RowFinding> errors;
    private boolean failed;

    /** @param values by the order of {@link Field}; null: no value */
    RowFields(long row, @Nullable String[] values, Consumer<RowFinding> errors) {
        this.row = row;
        this.values = values;
        this.errors = errors;
    }

    /** Whether anything was wrong so far. */
    boolean failed() {
        return failed;
    }

    /** The cell as it stands. */
    @Nullable String raw(Field field) {
        return values[field.ordinal()];
    }

    @Nullable String required(Field field) {
        if (raw(field) == null) {
            error(field, FindingCode.FIELD_REQUIRED);
            return null;
        }
        return text(field);
    }

    @Nullable String word(Field field, Set<String> words) {
        var text = raw(field);
        if (text != null && !words.contains(text)) {
            error(field, FindingCode.NOT_A_WORD);
        }
        return text;
    }

    @Nullable String text(Field field) {
        var text = raw(field);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_TEXT && text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            error(field, FindingCode.TOO_LONG);
        } else if (!isClean(text, field == Field.CONTACT)) {
            error(field, FindingCode.BAD_CHARACTER);
        }
        return text;
    }

    boolean isTrue(Field field) {
        var text = raw(field);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            error(field, FindingCode.NOT_TRUE_OR_FALSE);
        }
        return "true".equals(text);
    }

    @Nullable LocalDate date(Field field) {
        var text = raw(field);
        if (text == null) {
            return null;
        }
        var date = TimeText.date(text);
        if (date == null) {
            error(field, FindingCode.NOT_A_DATE);
        }
        return date;
    }

    void error(Field field, FindingCode findingCode) {
        failed = true;
        errors.accept(RowFinding.of(row, field, findingCode, raw(field)));
    }

    // Characters that are not seen hide in reports, and PostgreSQL cannot hold NUL or half of a surrogate pair. In a
    // caller's number they
    // are notation, which is taken off: some systems put them before it to keep a spreadsheet away.
    private static boolean isClean(String text, boolean dressed) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                continue;
            }
            if (c == 0 || !dressed && isUnseen(c)) {
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

    private static boolean isUnseen(char c) {
        if (c < 0x7f) {
            return c < ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
