package se.nollan.rules.results;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * The result that stands of a unit, day and channel.
 *
 * @param root whose evaluation wrote it last
 * @param region county code, and {@code provider} its id: by whom it may be read
 */
public record ResultHead(
        Key key, long revision, String hash, String ruleSet, String root, String region, String provider) {

    /** Ordered, so that locks are taken in one order. */
    public record Key(String unit, LocalDate day, String channel) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::unit).thenComparing(Key::day).thenComparing(Key::channel);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
