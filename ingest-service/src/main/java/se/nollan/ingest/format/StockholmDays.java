package se.nollan.ingest.format;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The offset of a Stockholm day that has only one. Remembered, since every row has several times and the zone's rules are slow to ask. */
final class StockholmDays {
    private static final int REMEMBERED = 512;
    private static final AtomicReferenceArray<@Nullable Known> DAYS = new AtomicReferenceArray<>(REMEMBERED);

    /** @param offset null: the clock changes that day */
    private record Known(long day, @Nullable ZoneOffset offset) {}

    private StockholmDays() {}

    /** The day's offset from UTC; null: the clock changes that day. */
    static @Nullable ZoneOffset offset(LocalDate date) {
        var day = date.toEpochDay();
        var slot = (int) Math.floorMod(day, (long) REMEMBERED);
        var known = DAYS.get(slot);
        if (known == null || known.day != day) {
            known = new Known(day, only(date));
            DAYS.set(slot, known);
        }
        return known.offset;
    }

    private static @Nullable ZoneOffset only(LocalDate date) {
        var rules = TimeText.STOCKHOLM.getRules();
        var midnight = date.atStartOfDay();
        var offsets = rules.getValidOffsets(midnight);
        if (offsets.size() != 1) {
            return null;
        }
        var next = rules.nextTransition(midnight.toInstant(offsets.get(0)).minusSeconds(1));
        return next == null || isAfter(next, date) ? offsets.get(0) : null;
    }

    private static boolean isAfter(ZoneOffsetTransition change, LocalDate date) {
        return change.getDateTimeBefore().toLocalDate().isAfter(date)
                && change.getDateTimeAfter().toLocalDate().isAfter(date);
    }
}
