package se.nollan.ingest.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Finds what holds on the same days and should not. */
final class Overlaps {

    private Overlaps() {}

    /**
     * A clash.
     *
     * @param other the one that was there first
     * @param one the one that begins while the other still holds
     */
    record Clash<T>(T other, T one) {}

    /**
     * Each item that begins while an earlier one still holds, with that one. Not every pair: one clash an item is enough
     * to act on, and keeps a bad document from growing into a huge answer.
     */
    static <T> List<Clash<T>> in(List<T> items, Function<T, Period> period) {
        if (items.size() < 2) {
            return List.of();
        }
        List<T> ordered = new ArrayList<>(items);
        ordered.sort(Comparator.comparing(item -> period.apply(item).first()));
        List<Clash<T>> clashes = new ArrayList<>();
        T longest = ordered.get(0);
        for (T item : ordered.subList(1, ordered.size())) {
            if (period.apply(longest).overlaps(period.apply(item))) {
                clashes.add(new Clash<>(longest, item));
            }
            if (period.apply(item).last().isAfter(period.apply(longest).last())) {
                longest = item;
            }
        }
        return clashes;
    }
}
