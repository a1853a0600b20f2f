package se.nollan.base.http;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a query; a problem (400) that says what is expected when one is wrong. */
public final class Parameters {

    private Parameters() {}

    public static @Nullable LocalDate date(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException notADate) {
            throw Problems.badRequest("bad-parameter", name + " is a date, as 2026-10-05.");
        }
    }

    /** A month that must be there. */
    public static YearMonth month(String name, String value) {
        try {
            return YearMonth.parse(value);
        } catch (DateTimeParseException notAMonth) {
            throw Problems.badRequest("bad-parameter", name + " is a month, as 2026-10.");
        }
    }

    public static @Nullable String word(String name, @Nullable String value, List<String> words) {
        if (value != null && !words.contains(value)) {
            throw Problems.badRequest("bad-parameter", name + " is one of " + String.join(", ", words) + ".");
        }
        return value;
    }
}
