package se.nollan.publish.signals;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.nollan.publish.results.Counts;

/** A unit's counts by one channel in the months before. */
final class History {

    private final SortedMap<YearMonth, List<Counts>> months = new TreeMap<>();

    void add(YearMonth month, Counts counts) {
        months.computeIfAbsent(month, key -> new ArrayList<>()).add(counts);
    }

    /** The counts of each month in which at least so many contacts were counted. */
    SortedMap<YearMonth, Counts> months(long leastCounted) {
        SortedMap<YearMonth, Counts> sums = new TreeMap<>();
        months.forEach((month, days) -> sums.put(month, Counts.sum(days)));
        sums.values().removeIf(counts -> counts.counted() < leastCounted);
        return sums;
    }
}
