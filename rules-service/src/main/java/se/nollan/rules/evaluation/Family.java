package se.nollan.rules.evaluation;

import java.util.List;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;

/**
 * What the rules make of one day of a unit with its branches.
 *
 * @param registerVersion the version by which lines became units
 * @param judgements the contacts that belong to these units
 * @param tallies their counts, by unit and channel
 */
record Family(RuleSet ruleSet, long registerVersion, List<Judgement> judgements, List<Tally> tallies) {}
