package se.nollan.publish.month;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.publish.figure.Scope;

/** Reads what a request gives; what cannot be read is answered with a problem that says what to send. */
public final class Parameters {

    private Parameters() {}

    public static Scope scope(@Nullable String region) {
        try {
            return new Scope(region == null ? "" : region);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("region", e.getMessage());
        }
    }

    public static YearMonth month(@Nullable String month) {
        return se.nollan.base.http.Parameters.month("month", month == null ? "" : month);
    }
}
