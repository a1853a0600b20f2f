package se.nollan.ingest.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Whether periods together leave no gap in another. */
final class Coverage {

    private Coverage() {}

    /** True when every day of the period is a day of one of the pieces. */
    static boolean of(Period period, List<Period> pieces) {
        LocalDate open = period.first();
        for (Period piece :
                pieces.stream().sorted(Comparator.comparing(Period::first)).toList()) {
            if (piece.first().isAfter(open)) {
                return false;
            }
            if (!piece.last().isBefore(period.last())) {
                return true;
            }
            if (!piece.last().isBefore(open)) {
                open = piece.last().plusDays(1);
            }
        }
        return false;
    }
}
