package se.nollan.rules.measure;

import java.time.LocalDate;
import java.util.List;

/**
 * A region's follow-up of its own units, by its own rules. Deliberately neither an {@link Evaluation} nor made of {@link Tally}s: what
 * becomes a result takes those, so that a follow-up cannot become one.
 *
 * @param judgements one per contact that belongs to a unit, in the order given
 * @param counts per unit, day and channel that any contact belongs to, in that order
 * @param unattributed contacts whose line no unit has on their day
 */
public record FollowUp(
        RegionalRules rules, List<Judgement> judgements, List<Count> counts, List<Contact> unattributed) {

    /**
     * What a unit's day amounts to by the region's rules.
     *
     * @param counted the denominator: hits + misses
     * @param callbacks those of the counted that are callback cases
     * @param withinTarget those of the callbacks that were completed within the region's target; 0 where it sets none
     */
    public record Count(
            String unit,
            LocalDate date,
            Channel channel,
            long contactsIn,
            long hits,
            long counted,
            long callbacks,
            long withinTarget) {}

    private static final long MINUTE = 60_000L;

    /**
     * Judges contacts by a region's own rules.
     *
     * @throws IllegalArgumentException if the calendar does not reach a contact's day
     */
    public static FollowUp of(Register register, PublicHolidays calendar, RegionalRules rules, List<Contact> contacts) {
        Attribution judged = new Measure(register, calendar, rules.asked(), rules.hours()).judge(contacts);
        List<Count> counts = judged.unitDays().map(in -> count(in, rules)).toList();
        return new FollowUp(rules, judged.judgements(), counts, judged.unattributed());
    }

    private static Count count(ChannelDay in, RegionalRules rules) {
        long callbacks = 0;
        long withinTarget = 0;
        for (Entry entry : in.entries) {
            if (entry.kind == Contact.Kind.CALLBACK && entry.isCounted()) {
                callbacks++;
                withinTarget += isWithinTarget(entry, rules) ? 1 : 0;
            }
        }
        Tally tally = in.tally();
        return new Count(
                tally.unit(),
                tally.date(),
                tally.channel(),
                tally.contactsIn(),
                tally.hits(),
                tally.counted(),
                callbacks,
                withinTarget);
    }

    private static boolean isWithinTarget(Entry entry, RegionalRules rules) {
        Integer target = rules.target();
        return target != null && PhoneCase.completedAt(entry) <= entry.contact.createdAt() + target * MINUTE;
    }
}
