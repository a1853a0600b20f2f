package se.nollan.rules.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A calendar day 00.00–24.00 in Europe/Stockholm as milliseconds since 1970-01-01T00:00Z; 23 or 25 hours long when summer time begins
 * or ends.
 *
 * @param start the first millisecond
 * @param end the first millisecond of the next day
 */
public record Day(LocalDate date, long start, long end) {

    /** Where a day is a day. */
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    public static Day of(LocalDate date) {
        return new Day(date, at(date, LocalTime.MIDNIGHT), at(date.plusDays(1), LocalTime.MIDNIGHT));
    }

    public static Day of(long instant) {
        return of(LocalDate.ofInstant(Instant.ofEpochMilli(instant), STOCKHOLM));
    }

    /** Whether the instant lies on this day; {@link Contact#NONE} never does. */
    public boolean holds(long instant) {
        return instant >= start && instant < end;
    }

    /** The instant of a time of the local clock; of one that summer time skips, an hour later. */
    long at(LocalTime time) {
        return at(date, time);
    }

    private static long at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(STOCKHOLM).toInstant().toEpochMilli();
    }
}
