package se.nollan.rules.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Day;

/** The clock of a Stockholm day: local hours, and the hour that summer time repeats or skips. */
final class DayClock {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Day day;
    private final @Nullable ZoneOffsetTransition change;
    private final long changeAt;

    DayClock(Day day) {
        this.day = day;
        ZoneOffsetTransition next = Day.STOCKHOLM.getRules().nextTransition(Instant.ofEpochMilli(day.start()));
        this.change = next != null && day.holds(next.toEpochSecond() * 1000) ? next : null;
        this.changeAt = change == null ? Long.MAX_VALUE : change.toEpochSecond() * 1000;
    }

    /** The local hour, 0–23, of an instant of the day. */
    int hour(long instant) {
        long sinceMidnight = instant - day.start();
        if (change != null && instant >= changeAt) {
            sinceMidnight += change.getDuration().toMillis();
        }
        return (int) (sinceMidnight / HOUR);
    }

    /** Whether the local time of the instant comes twice that day: a clock without an offset cannot tell which it was. */
    boolean repeated(long instant) {
        return change != null && change.isOverlap() && instant >= changeAt - HOUR && instant < changeAt + HOUR;
    }

    /** Whether a clock that was not put forward would have shown an hour that does not exist that day. */
    boolean skipped(long instant) {
        return change != null && change.isGap() && instant >= changeAt && instant < changeAt + HOUR;
    }
}
