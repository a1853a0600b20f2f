package se.nollan.rules.measure;

import java.util.List;

/**
 * The measurement: a pure function of register, calendar, rule set and contacts.
 *
 * <p>A contact is first given to a unit (C-H1, then S-4), then judged together with what else came to that unit on that day by that
 * channel. Contacts beyond those given do not exist. May be used by several threads.
 */
public final class Measure {

    private final Register register;
    private final PublicHolidays calendar;
    private final RuleSet rules;
    private final ClosedQueueHours closedQueue;

    public Measure(Register register, PublicHolidays calendar, RuleSet rules) {
        this(register, calendar, rules, ClosedQueueHours.NATIONAL);
    }

    /** Hours of one's own are for {@link FollowUp} only. */
    Measure(Register register, PublicHolidays calendar, RuleSet rules, ClosedQueueHours closedQueue) {
        this.register = register;
        this.calendar = calendar;
        this.rules = rules;
        this.closedQueue = closedQueue;
    }

    /**
     * Gives every contact exactly one disposition, and counts them.
     *
     * @throws IllegalArgumentException if the calendar does not reach a contact's day
     */
    public Evaluation evaluate(List<Contact> contacts) {
        Attribution judged = judge(contacts);
        List<Tally> tallies = judged.unitDays().map(ChannelDay::tally).toList();
        return new Evaluation(judged.judgements(), tallies, judged.unattributed());
    }

    Attribution judge(List<Contact> contacts) {
        Attribution placed = new Attribution(register, calendar, rules, closedQueue, contacts.size());
        contacts.forEach(placed::add);
        placed.unitDays().forEach(ChannelDay::judge);
        return placed;
    }
}
