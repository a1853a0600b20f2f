package se.nollan.rules.evaluation;

import java.util.List;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.Effect;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.signals.DaySignals;

/**
 * What the rules make of one day of a unit with its branches.
 *
 * @param registerVersion the version by which lines became units
 * @param judgements the contacts that belong to these units
 * @param tallies their counts, by unit and channel; nothing for a unit on which only another reading has an effect
 *     (I-7), and for the root that only has unattributed contacts
 * @param root the unit at the top, whose result tells of contacts that belong to none
 * @param unattributed contacts sent for these units whose line the register does not know that day: they are in no figure
 * @param effects what other readings of the interpretations would change in these counts
 */
record EvaluatedUnitDay(
        RuleSet ruleSet,
        long registerVersion,
        String root,
        List<Judgement> judgements,
        List<Contact> unattributed,
        List<Tally> tallies,
        List<Effect> effects) {

    /** The signals of the contacts that are counted there. */
    DaySignals signals(Tally of) {
        return DaySignals.of(
                Day.of(of.date()),
                judgements.stream()
                        .filter(judgement -> judgement.unit().equals(of.unit())
                                && judgement.contact().channel() == of.channel())
                        .map(Judgement::contact)
                        .toList(),
                of.unit().equals(root) ? unknownLine(of.channel()) : 0);
    }

    private long unknownLine(Channel channel) {
        return unattributed.stream()
                .filter(contact -> contact.channel() == channel)
                .count();
    }

    List<Effect> effects(Tally of) {
        return effects.stream()
                .filter(effect -> effect.unit().equals(of.unit()) && effect.channel() == of.channel())
                .toList();
    }
}
