package se.nollan.rules.measure;

import java.util.List;

/**
 * What the rules make of a list of contacts.
 *
 * @param judgements one per contact that belongs to a unit, in the order given
 * @param tallies per unit, day and channel that any contact belongs to, in that order
 * @param unattributed contacts whose line no unit has on their day
 */
public record Evaluation(List<Judgement> judgements, List<Tally> tallies, List<Contact> unattributed) {}
