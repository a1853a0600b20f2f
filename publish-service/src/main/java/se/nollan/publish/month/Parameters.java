package se.nollan.publish.month;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.http.Problems;

/** Reads what a request gives; what cannot be read is answered with a problem that says what to send. */
public final class Parameters {

    private static final int MOST_ON_A_PAGE = 1000;

    private Parameters() {}

    public static Scope scope(@Nullable String region) {
        try {
            return new Scope(region == null ? "" : region);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("region", e.getMessage());
        }
    }

    public static YearMonth month(@Nullable String month) {
        try {
            return YearMonth.parse(month == null ? "" : month);
        } catch (DateTimeParseException e) {
            throw Problems.badRequest("month", "A month is given as year and month, for example 2026-10.");
        }
    }

    public static void checkPage(int page, int limit) {
        if (page < 1 || limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Problems.badRequest("page", "page is 1 or more, limit is from 1 to " + MOST_ON_A_PAGE + ".");
        }
    }
}
