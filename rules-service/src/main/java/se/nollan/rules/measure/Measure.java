package se.nollan.rules.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The measurement: a pure function of register, calendar, rule set and contacts.
 *
 * <p>A contact is first given to a unit (C-H1, then S-4), then judged together with what else came to that unit on that day by that
 * channel. Contacts beyond those given do not exist. May be used by several threads.
 */
public final class Measure {

    private record Key(String unit, LocalDate date, Channel channel) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::unit).thenComparing(Key::date).thenComparing(Key::channel);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Where a contact belongs. */
    private record Place(Register.Unit unit, Register.Line line) {}

    /** What is judged together. */
    private record Group(UnitDay in, List<Entry> entries) {}

    private final Register register;
    private final PublicHolidays calendar;
    private final RuleSet rules;

    public Measure(Register register, PublicHolidays calendar, RuleSet rules) {
        this.register = register;
        this.calendar = calendar;
        this.rules = rules;
    }

    /** Gives every contact exactly one disposition, and counts them. */
    public Evaluation evaluate(List<Contact> contacts) {
        Days days = new Days();
        Map<Key, Group> groups = new HashMap<>();
        List<Entry> entries = new ArrayList<>(contacts.size());
        List<Group> groupOfEntry = new ArrayList<>(contacts.size());
        List<Contact> unattributed = new ArrayList<>();
        for (Contact contact : contacts) {
            Day day = days.of(contact.createdAt());
            Place place = attribute(contact, day.date());
            if (place == null) {
                unattributed.add(contact);
                continue;
            }
            Group group = groups.computeIfAbsent(
                    new Key(place.unit.id(), day.date(), contact.channel()), key -> group(place.unit, day));
            Entry entry = new Entry(contact, place.line, PhoneDay.kindOf(contact, rules));
            group.entries.add(entry);
            entries.add(entry);
            groupOfEntry.add(group);
        }
        groups.forEach((key, group) -> judge(key.channel, group));
        return new Evaluation(judgements(entries, groupOfEntry), tallies(groups), unattributed);
    }

    /** C-H1, I-7: a handed-over chat that nobody took is the holding unit's or the first unit's. S-4: a branch's is its parent's. */
    private @Nullable Place attribute(Contact contact, LocalDate day) {
        boolean untaken = contact.answeredAt() == Contact.NONE;
        String firstLine = contact.firstLine();
        boolean isTheFirst = untaken && firstLine != null && rules.untakenChatIsTheFirstUnits;
        Register.Line line = register.line(isTheFirst ? firstLine : contact.line(), day);
        if (line == null) {
            return null;
        }
        Register.Unit unit = register.unit(line.unit(), day);
        if (unit != null && unit.parent() != null && rules.inForce(Rule.S_4)) {
            Register.Unit parent = register.unit(unit.parent(), day);
            unit = parent != null ? parent : unit;
        }
        return unit == null ? null : new Place(unit, line);
    }

    private Group group(Register.Unit unit, Day day) {
        boolean workingDay = calendar.isWorkingDay(day.date(), rules.evesAreHolidays);
        return new Group(new UnitDay(unit, day, workingDay, rules), new ArrayList<>());
    }

    private static void judge(Channel channel, Group group) {
        switch (channel) {
            case PHONE -> PhoneDay.judge(group.entries, group.in);
            case CHAT -> ChatDay.judge(group.entries, group.in);
        }
    }

    private static List<Judgement> judgements(List<Entry> entries, List<Group> groupOfEntry) {
        List<Judgement> judgements = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            UnitDay in = groupOfEntry.get(i).in;
            judgements.add(new Judgement(entry.contact, in.unit().id(), in.day().date(), entry.disposition()));
        }
        return judgements;
    }

    private static List<Tally> tallies(Map<Key, Group> groups) {
        List<Tally> tallies = new ArrayList<>(groups.size());
        new TreeMap<>(groups).forEach((key, group) -> {
            Tally.Counter counter = new Tally.Counter();
            group.entries.forEach(entry -> counter.count(entry.disposition()));
            tallies.add(counter.tally(key.unit, key.date, key.channel));
        });
        return tallies;
    }
}
