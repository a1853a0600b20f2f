package se.nollan.publish.submissions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A period that rules-service evaluates again although nothing came.
 *
 * @param reason {@code operator}, {@code register} or {@code rules}
 * @param from the first day of which a result may change, and {@code to} the last
 * @param regions whose results may change; null: any
 */
public record ReEvaluation(
        String reason,
        LocalDate from,
        LocalDate to,
        @Nullable List<String> regions) {

    public ReEvaluation {
        Objects.requireNonNull(reason, "reason is missing");
        Objects.requireNonNull(from, "from is missing");
        Objects.requireNonNull(to, "to is missing");
    }

    /** @param region none: the nation */
    boolean concerns(YearMonth month, @Nullable String region) {
        boolean touchesMonth = !from.isAfter(month.atEndOfMonth()) && !to.isBefore(month.atDay(1));
        return touchesMonth && (region == null || regions == null || regions.contains(region));
    }
}
