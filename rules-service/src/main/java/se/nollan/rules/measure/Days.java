package se.nollan.rules.measure;

/** Finds the day of an instant without asking the time zone each time: a log's rows lie on few days. Not for use by several threads. */
final class Days {

    private static final int SLOTS = 512;
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    private final Day[] known = new Day[SLOTS];

    Day of(long instant) {
        int slot = (int) Math.floorMod(Math.floorDiv(instant + HOUR, DAY), (long) SLOTS);
        Day day = known[slot];
        if (day == null || !day.holds(instant)) {
            day = Day.of(instant);
            known[slot] = day;
        }
        return day;
    }
}
