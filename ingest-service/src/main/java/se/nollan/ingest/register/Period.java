package se.nollan.ingest.register;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included.
 *
 * @param from first day; null: open
 * @param to last day; null: open
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Period ALWAYS = new Period(null, null);

    public Period {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("A period does not end before it begins: " + from + ", " + to);
        }
    }

    /** From a first day to a last; the earliest and the latest there are mean that it is open. */
    static Period between(LocalDate first, LocalDate last) {
        return new Period(first.equals(LocalDate.MIN) ? null : first, last.equals(LocalDate.MAX) ? null : last);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    public boolean overlaps(Period other) {
        return !first().isAfter(other.last()) && !other.first().isAfter(last());
    }

    /** Whether every day of the other is a day of this. */
    public boolean covers(Period other) {
        return !first().isAfter(other.first()) && !last().isBefore(other.last());
    }

    /** The days of both; empty when they have none in common. */
    public Optional<Period> intersection(Period other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate first = first().isAfter(other.first()) ? from : other.from;
        LocalDate last = last().isBefore(other.last()) ? to : other.to;
        return Optional.of(new Period(first, last));
    }

    /** The first day, or the earliest day there is. */
    LocalDate first() {
        return from == null ? LocalDate.MIN : from;
    }

    /** The last day, or the latest day there is. */
    LocalDate last() {
        return to == null ? LocalDate.MAX : to;
    }

    @Override
    public String toString() {
        return (from == null ? "always" : from) + " to " + (to == null ? "further notice" : to);
    }
}
