package se.nollan.publish.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long patients waited, as sums: those of a month are the sums of its days, and mean, median and percentile are made from them, never
 * from other means.
 *
 * @param calls cases, ended or not
 * @param ended cases whose wait ended
 * @param reached cases in which the patient was spoken to
 * @param seconds sum of the waits that ended
 * @param minutes waits that ended, by minutes begun: 9 stands for more than eight minutes and at most nine; null in an aggregate that
 *     was published without them
 */
public record Waits(
        long calls,
        long ended,
        long reached,
        long seconds,
        @Nullable SortedMap<Long, Long> minutes) {

    public static final Waits NONE = new Waits(0, 0, 0, 0, new TreeMap<>());

    private static final int MINUTE = 60;

    /** @throws Unbalanced when the waits by minute are not those that ended, or more ended than there were */
    public Waits {
        if (ended < 0 || reached < 0 || seconds < 0 || ended > calls || reached > ended) {
            throw new Unbalanced("waits: " + calls + " calls, " + ended + " ended, " + reached + " reached");
        }
        if (minutes != null) {
            if (sum(minutes) != ended) {
                throw new Unbalanced("waits: " + ended + " ended, " + sum(minutes) + " by the minute");
            }
            minutes = Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
        }
    }

    /**
     * What a service tells of a month in four numbers: calls, reached, and the mean in whole minutes, taken for that of those reached.
     */
    public static Waits published(long calls, long reached, long meanMinutes) {
        return new Waits(
                calls, reached, reached, Math.multiplyExact(Math.multiplyExact(meanMinutes, MINUTE), reached), null);
    }

    public static Waits sum(Collection<Waits> all) {
        long calls = 0;
        long ended = 0;
        long reached = 0;
        long seconds = 0;
        TreeMap<Long, Long> minutes = new TreeMap<>();
        for (Waits waits : all) {
            calls = Math.addExact(calls, waits.calls);
            ended = Math.addExact(ended, waits.ended);
            reached = Math.addExact(reached, waits.reached);
            seconds = Math.addExact(seconds, waits.seconds);
            if (waits.minutes != null) {
                waits.minutes.forEach((minute, count) -> minutes.merge(minute, count, Math::addExact));
            }
        }
        boolean known = all.stream().map(Waits::minutes).allMatch(Objects::nonNull);
        return new Waits(calls, ended, reached, seconds, known ? minutes : null);
    }

    /** In minutes, one decimal; null when no wait ended. */
    public @Nullable BigDecimal meanMinutes() {
        return ended == 0
                ? null
                : BigDecimal.valueOf(seconds)
                        .divide(BigDecimal.valueOf(Math.multiplyExact(ended, MINUTE)), 1, RoundingMode.HALF_UP);
    }

    /** The fewest whole minutes within which that many percent of the waits ended; null when none did, or nobody knows. */
    public @Nullable Long percentileMinutes(int percent) {
        if (minutes == null || ended == 0) {
            return null;
        }
        long within = 0;
        for (Map.Entry<Long, Long> entry : minutes.entrySet()) {
            within += entry.getValue();
            if (Math.multiplyExact(within, 100) >= Math.multiplyExact(ended, percent)) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("The waits by the minute are not all.");
    }

    /** Waits that ended within whole minutes; null when nobody knows. */
    public @Nullable Long within(long wholeMinutes) {
        return minutes == null ? null : sum(minutes.headMap(wholeMinutes + 1));
    }

    private static long sum(Map<Long, Long> minutes) {
        return minutes.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }
}
