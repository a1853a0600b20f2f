package se.nollan.rules.slice;

import java.time.LocalDate;
import java.util.Comparator;

/** What a slice is of: what one source says of one line and one day. Ordered, so that locks are taken in one order. */
public record SliceKey(String provider, String system, String line, LocalDate day) implements Comparable<SliceKey> {

    private static final Comparator<SliceKey> ORDER = Comparator.comparing(SliceKey::line)
            .thenComparing(SliceKey::day)
            .thenComparing(SliceKey::system)
            .thenComparing(SliceKey::provider);

    @Override
    public int compareTo(SliceKey other) {
        return ORDER.compare(this, other);
    }
}
