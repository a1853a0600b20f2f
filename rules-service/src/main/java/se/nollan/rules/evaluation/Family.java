package se.nollan.rules.evaluation;

import java.util.List;
import se.nollan.rules.measure.Effect;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;

/**
 * What the rules make of one day of a unit with its branches.
 *
 * @param registerVersion the version by which lines became units
 * @param judgements the contacts that belong to these units
 * @param tallies their counts, by unit and channel; nothing for a unit on which only another reading has an effect (I-7)
 * @param effects what other readings of the interpretations would change in these counts
 */
record Family(
        RuleSet ruleSet, long registerVersion, List<Judgement> judgements, List<Tally> tallies, List<Effect> effects) {

    List<Effect> effects(Tally of) {
        return effects.stream()
                .filter(effect -> effect.unit().equals(of.unit()) && effect.channel() == of.channel())
                .toList();
    }
}
