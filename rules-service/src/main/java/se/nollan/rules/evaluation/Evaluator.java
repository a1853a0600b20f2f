package se.nollan.rules.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Effect;
import se.nollan.rules.measure.Effects;
import se.nollan.rules.measure.Evaluation;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.ruleset.Editions;
import se.nollan.rules.slice.LoadedSlice;

/**
 * Evaluates a unit with its branches on a day: a pure function of the slices that touch it, the register and the rule set with its
 * calendar (invariant 2). The worker and the explanation both use it, so that they cannot differ.
 */
public final class Evaluator {

    private final PublicHolidays calendar;
    private final Editions editions;

    public Evaluator(PublicHolidays calendar, Editions editions) {
        this.calendar = calendar;
        this.editions = editions;
    }

    /**
     * Judges the contacts of all slices, and keeps what belongs to these units. A slice may touch other units too, by a chat that was
     * handed over; of those not every slice is here, and they are judged elsewhere.
     *
     * @throws IllegalStateException if the counts do not balance (invariant 1)
     * @throws IllegalArgumentException if no edition or no calendar covers the day
     */
    EvaluatedUnitDay evaluate(UnitDay unitDay, RegisterVersion register, List<LoadedSlice> slices) {
        RuleSet ruleSet = editions.ruleSet(unitDay.day());
        List<Contact> contacts = new ArrayList<>();
        slices.forEach(slice -> contacts.addAll(slice.contacts()));
        Evaluation evaluation = judge(register, ruleSet, contacts);
        List<Judgement> judgements = evaluation.judgements().stream()
                .filter(judgement -> belongs(unitDay, judgement.unit(), register))
                .toList();
        List<Tally> tallies = evaluation.tallies().stream()
                .filter(tally -> belongs(unitDay, tally.unit(), register))
                .toList();
        if (judgements.size() != tallies.stream().mapToLong(Tally::contactsIn).sum()) {
            throw new IllegalStateException("The counts do not balance with the contacts");
        }
        List<Effect> effects = new Effects(register.register(), calendar, ruleSet)
                .of(evaluation).stream()
                        .filter(effect -> belongs(unitDay, effect.unit(), register))
                        .toList();
        List<Tally> all = new ArrayList<>(tallies);
        // I-7: another reading may give contacts to a unit that has none of that channel, and its figure is what says
        // so.
        effects.forEach(effect -> expect(all, effect.unit(), effect.date(), effect.channel()));
        List<Contact> unattributed = evaluation.unattributed();
        unattributed.forEach(contact -> expect(all, unitDay.root(), unitDay.day(), contact.channel()));
        return new EvaluatedUnitDay(
                ruleSet, register.version(), unitDay.root(), judgements, unattributed, all, effects);
    }

    private static void expect(List<Tally> tallies, String unit, LocalDate date, Channel channel) {
        if (tallies.stream().noneMatch(tally -> tally.unit().equals(unit) && tally.channel() == channel)) {
            tallies.add(Tally.nothing(unit, date, channel));
        }
    }

    /**
     * Judges contacts by any rule set. What is judged together must be here together: all that touches a unit's day, or nothing of it.
     *
     * @throws IllegalStateException if the counts do not balance (invariant 1)
     * @throws IllegalArgumentException if no calendar covers a day
     */
    public Evaluation judge(RegisterVersion register, RuleSet ruleSet, List<Contact> contacts) {
        Evaluation evaluation = new Measure(register.register(), calendar, ruleSet).evaluate(contacts);
        if (contacts.size()
                != evaluation.judgements().size() + evaluation.unattributed().size()) {
            throw new IllegalStateException("Not every contact got exactly one disposition");
        }
        return evaluation;
    }

    private static boolean belongs(UnitDay unitDay, String unit, RegisterVersion register) {
        return register.register().root(unit, unitDay.day()).equals(unitDay.root());
    }
}
