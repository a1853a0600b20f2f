package se.nollan.rules.evaluation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.http.Problems;

/** Reads parameters of a query; a problem (400) that says what is expected when one is wrong. */
final class Parameters {

    private Parameters() {}

    static @Nullable LocalDate date(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException notADate) {
            throw Problems.badRequest("bad-parameter", name + " is a date, as 2026-10-05.");
        }
    }

    static @Nullable String channel(@Nullable String value) {
        return word("channel", value, List.of("phone", "chat"));
    }

    static @Nullable String word(String name, @Nullable String value, List<String> words) {
        if (value != null && !words.contains(value)) {
            throw Problems.badRequest("bad-parameter", name + " is one of " + String.join(", ", words) + ".");
        }
        return value;
    }
}
