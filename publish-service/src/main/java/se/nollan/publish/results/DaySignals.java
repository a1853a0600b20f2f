package se.nollan.publish.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes with the counts of a unit, day and channel: signals of quality, demand by the hour, times. What staff made is in none of it.
 *
 * @param demand contacts by local hour
 * @param full calls to a full queue by local hour
 * @param closed calls to a closed queue by local hour
 * @param withheld contacts whose number is withheld
 * @param withheldDone of those, callbacks that were marked as done without a call
 * @param withheldDropped of those, the ones dropped before a case was made
 * @param doneWithoutCall callbacks with a known number that were marked as done without a call
 * @param once numbers or individuals with one contact that day; twice, more: with two, with three or more
 * @param repeatedHour contacts in the hour that comes twice when summer time ends
 * @param skippedHour contacts in the first hour of summer time
 * @param unknownLine contacts sent for the unit whose line the register does not know that day: they are in no figure
 * @param callback until the first call back
 * @param queue until the answer, in a waiting queue or a chat's
 */
public record DaySignals(
        SortedMap<Integer, Long> demand,
        SortedMap<Integer, Long> full,
        SortedMap<Integer, Long> closed,
        long withheld,
        long withheldDone,
        long withheldDropped,
        long doneWithoutCall,
        long once,
        long twice,
        long more,
        long repeatedHour,
        long skippedHour,
        long unknownLine,
        Waits callback,
        Waits queue) {

    private static final int LAST_HOUR = 23;

    /** @throws IllegalArgumentException when an hour is none */
    public DaySignals {
        demand = byHour(demand);
        full = byHour(full);
        closed = byHour(closed);
    }

    private static SortedMap<Integer, Long> byHour(SortedMap<Integer, Long> counts) {
        if (!counts.isEmpty() && (counts.firstKey() < 0 || counts.lastKey() > LAST_HOUR)) {
            throw new IllegalArgumentException("no such hour: " + counts.keySet());
        }
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
