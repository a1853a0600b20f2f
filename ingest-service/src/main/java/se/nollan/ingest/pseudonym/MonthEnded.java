package se.nollan.ingest.pseudonym;

import java.time.YearMonth;

/** The key of a month has been destroyed: nothing can be made pseudonymous for its days any more. */
public final class MonthEnded extends RuntimeException {
    private final YearMonth month;

    public MonthEnded(YearMonth month) {
        super("The key of " + month + " has been destroyed", null, false, false);
        this.month = month;
    }

    public YearMonth month() {
        return month;
    }
}
