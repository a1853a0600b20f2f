package se.nollan.ingest.pseudonym;

import java.time.LocalDate;

/** Where the keys come from. */
public interface DayKeys {

    /**
     * The key of a region's day, made when the day is first seen.
     *
     * @throws MonthEnded when the month's key has been destroyed
     * @throws KeyMissing when it is in use and cannot be found
     */
    DayKey of(String region, LocalDate day);
}
