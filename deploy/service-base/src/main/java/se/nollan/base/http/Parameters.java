package se.nollan.base.http;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a query; a problem (400) that says what is expected when one is wrong. */
public final class Parameters {

    /** The first month that calendars reach. */
    public static final YearMonth FIRST_MONTH = YearMonth.of(1990, 1);

    /** The last month that calendars reach. */
    public static final YearMonth LAST_MONTH = YearMonth.of(2060, 12);

    private Parameters() {}

    public static @Nullable LocalDate date(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (isKnown(YearMonth.from(date))) {
                return date;
            }
        } catch (DateTimeParseException notADate) {
            // said below
        }
        throw Problems.badRequest(
                "bad-parameter", name + " is a date from " + FIRST_MONTH + " to " + LAST_MONTH + ", as 2026-10-05.");
    }

    /** A month that must be there, within those that anything is known of. */
    public static YearMonth month(String name, String value) {
        try {
            YearMonth month = YearMonth.parse(value);
            if (isKnown(month)) {
                return month;
            }
        } catch (DateTimeParseException notAMonth) {
            // said below
        }
        throw Problems.badRequest(
                "bad-parameter", name + " is a month from " + FIRST_MONTH + " to " + LAST_MONTH + ", as 2026-10.");
    }

    public static @Nullable String word(String name, @Nullable String value, List<String> words) {
        if (value != null && !words.contains(value)) {
            throw Problems.badRequest("bad-parameter", name + " is one of " + String.join(", ", words) + ".");
        }
        return value;
    }

    /** Whether a month lies within those that anything can be known of. */
    public static boolean isKnown(YearMonth month) {
        return !month.isBefore(FIRST_MONTH) && !month.isAfter(LAST_MONTH);
    }
}
