package se.nollan.rules.signals;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long patients waited, so that mean, median and any percentile of a month can be made from its days.
 *
 * @param calls cases, ended or not
 * @param reached cases in which the patient was spoken to
 * @param seconds sum of the waits that ended, each in whole seconds
 * @param minutes waits that ended, by minutes begun: 9 stands for more than eight minutes and at most nine
 */
public record Waits(long calls, long reached, long seconds, SortedMap<Long, Long> minutes) {

    private static final long SECOND = 1_000L;
    private static final long MINUTE = 60 * SECOND;

    public Waits {
        minutes = Collections.unmodifiableSortedMap(new TreeMap<>(minutes));
    }

    /** Counts waits as they come. */
    static final class Counter {
        private final TreeMap<Long, Long> minutes = new TreeMap<>();
        private long calls;
        private long reached;
        private long seconds;

        void open() {
            calls++;
        }

        /** @param wait in milliseconds */
        void ended(long wait, boolean spokenTo) {
            calls++;
            reached += spokenTo ? 1 : 0;
            seconds += wait / SECOND;
            minutes.merge((wait + MINUTE - 1) / MINUTE, 1L, Long::sum);
        }

        Waits waits() {
            return new Waits(calls, reached, seconds, minutes);
        }
    }
}
