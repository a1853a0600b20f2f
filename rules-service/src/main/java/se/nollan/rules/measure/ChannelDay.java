package se.nollan.rules.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is judged together: what came to a measured unit on a day by a channel. */
final class ChannelDay {

    /** Which it is, in the order of the tallies. */
    record Key(String unit, LocalDate date, Channel channel) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::unit).thenComparing(Key::date).thenComparing(Key::channel);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    final List<Entry> entries = new ArrayList<>();

    private final Register.Unit unit;
    private final Day day;
    private final Channel channel;
    private final boolean workingDay;
    private final RuleSet rules;
    private final long closedQueueFrom;
    private final long closedQueueTo;

    /** @param workingDay whether the day is a helgfri vardag under the rule set (P-X1, I-5) */
    ChannelDay(
            Register.Unit unit,
            Day day,
            Channel channel,
            boolean workingDay,
            RuleSet rules,
            ClosedQueueHours closedQueue) {
        this.unit = unit;
        this.day = day;
        this.channel = channel;
        this.workingDay = workingDay;
        this.rules = rules;
        this.closedQueueFrom = day.at(closedQueue.from());
        this.closedQueueTo = day.at(closedQueue.to());
    }

    Register.Unit unit() {
        return unit;
    }

    Day day() {
        return day;
    }

    boolean workingDay() {
        return workingDay;
    }

    RuleSet rules() {
        return rules;
    }

    /** S-1. */
    boolean isPrimaryCare() {
        return unit.isPrimaryCare();
    }

    /** P-X9, I-4: whether 17.00.00 itself is inside; any later fraction is outside. */
    boolean closedQueueCounts(long instant) {
        return instant >= closedQueueFrom
                && (rules.closedEndIsInside ? instant <= closedQueueTo : instant < closedQueueTo);
    }

    /** Gives every contact its disposition. */
    void judge() {
        switch (channel) {
            case PHONE -> PhoneDay.judge(this);
            case CHAT -> ChatDay.judge(this);
        }
    }

    /** Counts the dispositions. */
    Tally tally() {
        Tally.Counter counter = new Tally.Counter();
        entries.forEach(entry -> counter.count(entry.disposition()));
        return counter.tally(unit.id(), day.date(), channel);
    }
}
