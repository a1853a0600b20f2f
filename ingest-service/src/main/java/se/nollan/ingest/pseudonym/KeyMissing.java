package se.nollan.ingest.pseudonym;

import java.time.YearMonth;

/** The key of a month is in use and its file is not there: a folder that is lost or not mounted, until somebody puts it back. */
public final class KeyMissing extends RuntimeException {
    private final YearMonth month;

    public KeyMissing(YearMonth month) {
        super("The key of " + month + " is not in its folder", null, false, false);
        this.month = month;
    }

    public YearMonth month() {
        return month;
    }
}
