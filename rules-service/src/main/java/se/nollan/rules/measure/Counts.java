package se.nollan.rules.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Counts of contacts, over any days and channels. Always in balance: contacts in = hits + misses + excluded + merged.
 *
 * @param counted hits + misses, the denominator of the share
 * @param share hits / counted, rounded half up to four places; null when nothing is counted
 */
public record Counts(
        long contactsIn,
        long hits,
        long misses,
        long excluded,
        long merged,
        long counted,
        @Nullable BigDecimal share) {

    private static final int PLACES = 4;

    public static final Counts NONE = of(0, 0, 0, 0);

    public static Counts of(long hits, long misses, long excluded, long merged) {
        long counted = hits + misses;
        return new Counts(counted + excluded + merged, hits, misses, excluded, merged, counted, share(hits, counted));
    }

    /** The sum of some tallies. */
    public static Counts of(Collection<Tally> tallies) {
        Counts sum = NONE;
        for (Tally tally : tallies) {
            sum = sum.plus(of(tally.hits(), tally.misses(), tally.excluded(), tally.merged()));
        }
        return sum;
    }

    /** The sum: shares are never averaged, but made from the sums. */
    public Counts plus(Counts other) {
        return of(hits + other.hits, misses + other.misses, excluded + other.excluded, merged + other.merged);
    }

    /** A share by R-3; null when nothing is counted. */
    public static @Nullable BigDecimal share(long hits, long counted) {
        return counted == 0
                ? null
                : BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(counted), PLACES, RoundingMode.HALF_UP);
    }
}
