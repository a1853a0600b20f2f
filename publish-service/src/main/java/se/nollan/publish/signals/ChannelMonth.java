package se.nollan.publish.signals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.DailySignals;
import se.nollan.publish.results.DaySignals;
import se.nollan.publish.results.Waits;

/** A unit's month by one channel: sums of its days. */
public final class ChannelMonth {

    private final List<Counts> counts = new ArrayList<>();
    private final List<Waits> callback = new ArrayList<>();
    private final List<Waits> queue = new ArrayList<>();
    private final SortedMap<Integer, SortedMap<Integer, Long>> demand = new TreeMap<>();
    private final SortedMap<Integer, Long> full = new TreeMap<>();
    private final SortedMap<Integer, Long> closed = new TreeMap<>();
    private final TreeSet<LocalDate> daysWithContacts = new TreeSet<>();
    private final TreeSet<LocalDate> daysUnknown = new TreeSet<>();
    private long withheld;
    private long withheldDone;
    private long withheldDropped;
    private long doneWithoutCall;
    private long once;
    private long twice;
    private long more;
    private long repeatedHour;
    private long skippedHour;
    private long unknownLine;

    void add(DailySignals day) {
        counts.add(day.counts());
        if (day.counts().contactsIn() > 0) {
            daysWithContacts.add(day.date());
        }
        DaySignals signals = day.signals();
        if (signals == null) {
            daysUnknown.add(day.date());
            return;
        }
        add(demand.computeIfAbsent(day.date().getDayOfWeek().getValue(), weekday -> new TreeMap<>()), signals.demand());
        add(full, signals.full());
        add(closed, signals.closed());
        withheld += signals.withheld();
        withheldDone += signals.withheldDone();
        withheldDropped += signals.withheldDropped();
        doneWithoutCall += signals.doneWithoutCall();
        once += signals.once();
        twice += signals.twice();
        more += signals.more();
        repeatedHour += signals.repeatedHour();
        skippedHour += signals.skippedHour();
        unknownLine += signals.unknownLine();
        callback.add(signals.callback());
        queue.add(signals.queue());
    }

    private static void add(Map<Integer, Long> sum, Map<Integer, Long> more) {
        more.forEach((key, count) -> sum.merge(key, count, Math::addExact));
    }

    public Counts counts() {
        return Counts.sum(counts);
    }

    /** Contacts by weekday (1 is Monday) and local hour. */
    public SortedMap<Integer, SortedMap<Integer, Long>> demand() {
        return demand;
    }

    /** Hidden demand: calls to a full queue by local hour. */
    public SortedMap<Integer, Long> full() {
        return full;
    }

    /** Hidden demand: calls to a closed queue by local hour. */
    public SortedMap<Integer, Long> closed() {
        return closed;
    }

    public long withheld() {
        return withheld;
    }

    public long withheldDone() {
        return withheldDone;
    }

    public long withheldDropped() {
        return withheldDropped;
    }

    public long doneWithoutCall() {
        return doneWithoutCall;
    }

    /** Numbers or individuals of a day with one contact; each day by itself, because nobody can be followed to the next. */
    public long once() {
        return once;
    }

    public long twice() {
        return twice;
    }

    /** With three contacts or more. */
    public long more() {
        return more;
    }

    public long repeatedHour() {
        return repeatedHour;
    }

    public long skippedHour() {
        return skippedHour;
    }

    /** Contacts of lines that the register does not know on their day: they are in no figure. */
    public long unknownLine() {
        return unknownLine;
    }

    public Waits callback() {
        return Waits.sum(callback);
    }

    public Waits queue() {
        return Waits.sum(queue);
    }

    public TreeSet<LocalDate> daysWithContacts() {
        return daysWithContacts;
    }

    /** Days whose results have no signals: they are in the counts and in nothing else. */
    public TreeSet<LocalDate> daysUnknown() {
        return daysUnknown;
    }
}
