package se.nollan.ingest.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a register document, field by field, and notes everything that is wrong with it. A value that is
 * wrong reads as null; {@link #isSound} tells whether there was one.
 */
final class EntryReader {

    private final String path;
    private final Map<?, ?> fields;
    private final List<RegisterFinding> findings;
    private final Set<String> asked = new HashSet<>();
    private final int findingsBefore;

    EntryReader(String path, Map<?, ?> fields, List<RegisterFinding> findings) {
        this.path = path;
        this.fields = fields;
        this.findings = findings;
        this.findingsBefore = findings.size();
    }

    /** True when nothing was found wrong with what was asked for so far. */
    boolean isSound() {
        return findings.size() == findingsBefore;
    }

    void wrong(String field, String code, String message) {
        findings.add(RegisterFinding.error(path + "." + field, code, message));
    }

    private @Nullable Object value(String field) {
        asked.add(field);
        return fields.get(field);
    }

    /** Text that must be there, without blanks around it; an empty string stands in for a wrong one. */
    String text(String field, int longest) {
        if (value(field) == null) {
            wrong(field, "missing", "The field " + field + " is missing. It must be there.");
            return "";
        }
        String text = optionalText(field, longest);
        return text == null ? "" : text;
    }

    @Nullable String optionalText(String field, int longest) {
        Object value = value(field);
        return value == null ? null : asText(field, value, longest);
    }

    private @Nullable String asText(String field, Object value, int longest) {
        if (!(value instanceof String text)) {
            wrong(field, "not-text", "The value must be text, in quotation marks.");
            return null;
        }
        if (text.isBlank() || !text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "not-clean", "The text is empty, or has blanks around it or control characters. Clean it.");
            return null;
        }
        if (text.length() > longest) {
            wrong(field, "too-long", "The text has " + text.length() + " characters; at most " + longest + " may be.");
            return null;
        }
        return text;
    }

    /** Text that must be there and of one form. */
    String text(String field, int longest, IdFormat idFormat) {
        String text = text(field, longest);
        return check(field, text, idFormat);
    }

    @Nullable String optionalText(String field, int longest, IdFormat idFormat) {
        String text = optionalText(field, longest);
        return text == null ? null : check(field, text, idFormat);
    }

    private String check(String field, String text, IdFormat idFormat) {
        if (!text.isEmpty() && !idFormat.fits(text)) {
            wrong(field, idFormat.code(), idFormat.message());
            return "";
        }
        return text;
    }

    /** One of a few words that must be there. */
    <W extends Enum<W> & Word> @Nullable W word(String field, Class<W> words) {
        String text = text(field, 64);
        for (W word : words.getEnumConstants()) {
            if (word.word().equals(text)) {
                return word;
            }
        }
        if (!text.isEmpty()) {
            String allowed =
                    Arrays.stream(words.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
            wrong(
                    field,
                    "unknown-word",
                    "\"" + text + "\" is not one of the words for this. Use one of: " + allowed + ".");
        }
        return null;
    }

    boolean flag(String field) {
        Object value = value(field);
        if (value != null && !(value instanceof Boolean)) {
            wrong(field, "not-a-flag", "The value must be true or false, without quotation marks.");
        }
        return Boolean.TRUE.equals(value);
    }

    @Nullable Integer count(String field, int most) {
        Object value = value(field);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer number && number >= 1 && number <= most) {
            return number;
        }
        wrong(field, "not-a-count", "The value must be a whole number from 1 to " + most + ".");
        return null;
    }

    /** One text, or a list of texts. */
    List<String> textOrTexts(String field, int most, int longest) {
        if (value(field) instanceof String) {
            String text = optionalText(field, longest);
            return text == null ? List.of() : List.of(text);
        }
        return texts(field, most, longest);
    }

    List<String> texts(String field, int most, int longest) {
        Object value = value(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items)) {
            wrong(field, "not-a-list", "The value must be a list, in square brackets.");
            return List.of();
        }
        if (items.size() > most) {
            wrong(field, "too-many", "The list has " + items.size() + " items; at most " + most + " may be.");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            String text = asText(field + "[" + i + "]", item == null ? 0 : item, longest);
            if (text != null && texts.contains(text)) {
                wrong(field + "[" + i + "]", "repeated", "\"" + text + "\" stands twice in the list. Keep one.");
            } else if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The days from {@code from} to {@code to} of this entry; open where they are absent. */
    Period period() {
        LocalDate from = date("from");
        LocalDate to = date("to");
        if (from != null && to != null && from.isAfter(to)) {
            wrong("to", "period-backwards", "The period ends before it begins. Both days are included; correct one.");
            return Period.ALWAYS;
        }
        return new Period(from, to);
    }

    private @Nullable LocalDate date(String field) {
        Object value = value(field);
        if (value == null) {
            return null;
        }
        // Four digits of a year, two of month and day: LocalDate alone would also take +12026-01-01.
        if (value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noSuchDay) {
                // falls through to the finding
            }
        }
        wrong(field, "not-a-date", "The value must be a day as YYYY-MM-DD, for instance \"2026-01-31\".");
        return null;
    }

    /** A period in a field of its own, such as a contract. */
    @Nullable Period period(String field) {
        Object value = value(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> days)) {
            wrong(field, "not-an-object", "The value must be an object with \"from\" and \"to\", in curly brackets.");
            return null;
        }
        EntryReader inner = new EntryReader(path + "." + field, days, findings);
        Period period = inner.period();
        inner.noOthers();
        return period;
    }

    /** Notes every field that nobody asked for. */
    void noOthers() {
        for (Object field : fields.keySet()) {
            if (!asked.contains(String.valueOf(field))) {
                wrong(
                        String.valueOf(field),
                        "unknown-field",
                        "There is no such field here. Take it out, or correct its name.");
            }
        }
    }
}
