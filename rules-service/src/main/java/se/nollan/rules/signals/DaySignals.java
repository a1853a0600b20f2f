package se.nollan.rules.signals;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Day;

/**
 * The signals of one unit, day and channel. What staff made themselves is in none of them.
 *
 * @param demand contacts by local hour
 * @param full calls to a full queue, by local hour: hidden demand
 * @param closed calls to a closed queue, by local hour: hidden demand
 * @param withheldDone withheld numbers whose callback was marked as done: one way of vendors to treat them [11]
 * @param withheldDropped withheld numbers that were dropped before a case was made: the other way [11]
 * @param doneWithoutCall callbacks with a known number marked as done, and nobody had called
 * @param once numbers or individuals with one contact that day; twice, more: with two, with three or more
 * @param repeatedHour contacts in the hour that comes twice when summer time ends
 * @param skippedHour contacts in the first hour of summer time, which a clock not put forward shows as one that does not exist
 * @param unknownLine contacts sent for the unit whose line the register does not know that day: they are in no figure, nor in the other
 *     signals
 * @param callback from a patient's callback case to the first call back, answered or not; without those for whom a later day was chosen
 * @param queue from a patient's place in a waiting queue (phone), or in the queue to a physical person (chat), to the answer
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

    public DaySignals {
        demand = Collections.unmodifiableSortedMap(new TreeMap<>(demand));
        full = Collections.unmodifiableSortedMap(new TreeMap<>(full));
        closed = Collections.unmodifiableSortedMap(new TreeMap<>(closed));
    }

    /** The signals of contacts that all came in on the day, to one unit by one channel. */
    public static DaySignals of(Day day, Collection<Contact> contacts, long unknownLine) {
        Counter counter = new Counter(day);
        contacts.stream()
                .filter(contact -> contact.origin() != Contact.Origin.STAFF)
                .forEach(counter::count);
        return counter.signals(unknownLine);
    }

    private static final class Counter {
        private final Day day;
        private final DayClock clock;
        private final TreeMap<Integer, Long> demand = new TreeMap<>();
        private final TreeMap<Integer, Long> full = new TreeMap<>();
        private final TreeMap<Integer, Long> closed = new TreeMap<>();
        private final Map<String, Integer> callers = new HashMap<>();
        private final Waits.Counter callback = new Waits.Counter();
        private final Waits.Counter queue = new Waits.Counter();
        private long withheld;
        private long withheldDone;
        private long withheldDropped;
        private long doneWithoutCall;
        private long repeatedHour;
        private long skippedHour;

        Counter(Day day) {
            this.day = day;
            this.clock = new DayClock(day);
        }

        void count(Contact contact) {
            int hour = clock.hour(contact.createdAt());
            demand.merge(hour, 1L, Long::sum);
            switch (contact.kind()) {
                case FULL -> full.merge(hour, 1L, Long::sum);
                case CLOSED -> closed.merge(hour, 1L, Long::sum);
                case CALLBACK -> countCallback(contact);
                case QUEUE -> countQueue(contact);
                default -> {}
            }
            repeatedHour += clock.repeated(contact.createdAt()) ? 1 : 0;
            skippedHour += clock.skipped(contact.createdAt()) ? 1 : 0;
            if (contact.contact() != null) {
                callers.merge(contact.contact(), 1, Integer::sum);
            } else {
                withheld++;
                withheldDropped += contact.kind() == Contact.Kind.ABORTED ? 1 : 0;
            }
        }

        private void countCallback(Contact contact) {
            long calledAt = firstCall(contact);
            if (calledAt == Contact.NONE && contact.doneAt() != Contact.NONE) {
                doneWithoutCall += contact.contact() != null ? 1 : 0;
                withheldDone += contact.contact() == null ? 1 : 0;
            }
            boolean anotherDayByChoice = contact.offeredSameDay()
                    && contact.chosenDate() != null
                    && contact.chosenDate().isAfter(day.date());
            if (contact.caller() == Contact.Caller.PATIENT && !anotherDayByChoice) {
                wait(callback, contact, calledAt);
            }
        }

        private void countQueue(Contact contact) {
            if (contact.caller() == Contact.Caller.PATIENT) {
                wait(queue, contact, contact.answeredAt());
            }
        }

        private static void wait(Waits.Counter waits, Contact contact, long until) {
            if (until == Contact.NONE) {
                waits.open();
            } else {
                waits.ended(until - contact.createdAt(), contact.answeredAt() != Contact.NONE);
            }
        }

        /** The first attempt, or the call that was answered if none came before. */
        private static long firstCall(Contact contact) {
            long first = contact.answeredAt();
            for (long attempt : contact.attempts()) {
                first = first == Contact.NONE ? attempt : Math.min(first, attempt);
            }
            return first;
        }

        DaySignals signals(long unknownLine) {
            long[] times = new long[4];
            callers.values().forEach(contacts -> times[Math.min(contacts, 3)]++);
            return new DaySignals(
                    demand,
                    full,
                    closed,
                    withheld,
                    withheldDone,
                    withheldDropped,
                    doneWithoutCall,
                    times[1],
                    times[2],
                    times[3],
                    repeatedHour,
                    skippedHour,
                    unknownLine,
                    callback.waits(),
                    queue.waits());
        }
    }
}
