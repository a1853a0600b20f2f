package se.nollan.rules.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts at the units and days that they belong to: C-H1 says which line's, the register which unit's, S-4 makes a branch's its parent's. */
final class Attribution {

    /** Where a line's contacts of a day belong. A log's rows come by the thousand to the same line and day: it is looked up once. */
    private record Place(String lineId, Day day, Channel channel, Register.Line line, ChannelDay in) {
        boolean isOf(String lineId, Day day, Channel channel) {
            return this.day == day && this.channel == channel && this.lineId.equals(lineId);
        }
    }

    private final Register register;
    private final PublicHolidays calendar;
    private final RuleSet rules;
    private final ClosedQueueHours closedQueue;

    private final Days days = new Days();
    private final Map<String, Place> latest = new HashMap<>();
    private @Nullable Place last;

    private final Map<ChannelDay.Key, ChannelDay> unitDays = new HashMap<>();
    private final List<Entry> entries;
    private final List<Contact> unattributed = new ArrayList<>();

    Attribution(Register register, PublicHolidays calendar, RuleSet rules, ClosedQueueHours closedQueue, int expected) {
        this.register = register;
        this.calendar = calendar;
        this.rules = rules;
        this.closedQueue = closedQueue;
        this.entries = new ArrayList<>(expected);
    }

    void add(Contact contact) {
        Day day = days.of(contact.createdAt());
        Place place = place(lineOf(contact, day), day, contact.channel());
        if (place == null) {
            unattributed.add(contact);
            return;
        }
        Entry entry = new Entry(contact, place.line, PhoneDay.kindOf(contact, rules), place.in);
        place.in.entries.add(entry);
        entries.add(entry);
    }

    /**
     * C-H1: a handed-over chat is the unit's that took it, or by I-7, if nobody did, the holding or the first unit's; but nobody hands a
     * chat out of the measure to a unit of another care level.
     */
    private String lineOf(Contact contact, Day day) {
        String firstLine = contact.firstLine();
        if (firstLine == null) {
            return contact.line();
        }
        boolean untaken = contact.answeredAt() == Contact.NONE;
        boolean isTheFirstUnits = untaken && rules.untakenChatIsTheFirstUnits
                || isOf(firstLine, day, true) && isOf(contact.line(), day, false);
        return isTheFirstUnits ? firstLine : contact.line();
    }

    /** Whether the line is a unit's that is primary care, or one's that is not. */
    private boolean isOf(String lineId, Day day, boolean primaryCare) {
        Register.Line line = register.line(lineId, day.date());
        Register.Unit unit = line == null ? null : measuredUnit(line, day);
        return unit != null && unit.isPrimaryCare() == primaryCare;
    }

    private @Nullable Place place(String lineId, Day day, Channel channel) {
        if (last == null || !last.isOf(lineId, day, channel)) {
            last = latest.get(lineId);
            if (last == null || !last.isOf(lineId, day, channel)) {
                last = find(lineId, day, channel);
                latest.put(lineId, last);
            }
        }
        return last;
    }

    private @Nullable Place find(String lineId, Day day, Channel channel) {
        Register.Line line = register.line(lineId, day.date());
        Register.Unit measured = line == null ? null : measuredUnit(line, day);
        if (measured == null) {
            return null;
        }
        ChannelDay in = unitDays.computeIfAbsent(
                new ChannelDay.Key(measured.id(), day.date(), channel), key -> unitDay(measured, day, channel));
        return new Place(lineId, day, channel, line, in);
    }

    /** S-4: a branch's contacts are its parent's. */
    private Register.@Nullable Unit measuredUnit(Register.Line line, Day day) {
        Register.Unit unit = register.unit(line.unit(), day.date());
        if (unit == null || unit.parent() == null || !rules.inForce(Rule.S_4)) {
            return unit;
        }
        Register.Unit parent = register.unit(unit.parent(), day.date());
        return parent != null ? parent : unit;
    }

    private ChannelDay unitDay(Register.Unit unit, Day day, Channel channel) {
        boolean workingDay = calendar.isWorkingDay(day.date(), rules.evesAreHolidays);
        return new ChannelDay(unit, day, channel, workingDay, rules, closedQueue);
    }

    /** By unit, day and channel. */
    Stream<ChannelDay> unitDays() {
        return new TreeMap<>(unitDays).values().stream();
    }

    /** In the order in which they were added. */
    List<Judgement> judgements() {
        List<Judgement> judgements = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            judgements.add(new Judgement(
                    entry.contact, entry.in.unit().id(), entry.in.day().date(), entry.disposition()));
        }
        return judgements;
    }

    List<Contact> unattributed() {
        return unattributed;
    }
}
