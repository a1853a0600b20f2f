package se.nollan.rules.queue;

import java.time.LocalDate;
import java.util.Comparator;

/** What is evaluated as one: a unit with its branches, named by the unit at the top, on a day. Ordered for locking. */
public record UnitDay(String root, LocalDate day) implements Comparable<UnitDay> {

    private static final Comparator<UnitDay> ORDER =
            Comparator.comparing(UnitDay::root).thenComparing(UnitDay::day);

    @Override
    public int compareTo(UnitDay other) {
        return ORDER.compare(this, other);
    }
}
