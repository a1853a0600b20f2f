package se.nollan.rules.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Evaluation;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;

/** One day's contacts under several rule sets. A day is judged by itself, so that days may be taken side by side. */
final class DayComparison {

    /** The rules as a function of contacts. */
    interface Judge {
        Evaluation judge(RuleSet ruleSet, List<Contact> contacts);
    }

    /** Whose figure, by which rule set: -1 is the one compared with. */
    record Key(int ruleSet, String unit, Channel channel) {}

    static final int BASE = -1;

    private final WhatIfScope whatIfScope;
    private final LocalDate day;
    private final Map<Key, Counts> counts = new HashMap<>();
    private final List<MovedContact> moves = new ArrayList<>();

    private DayComparison(WhatIfScope whatIfScope, LocalDate day) {
        this.whatIfScope = whatIfScope;
        this.day = day;
    }

    /**
     * Compares.
     *
     * @param contacts all that touches the units of the day, each once
     */
    static DayComparison of(
            WhatIfScope whatIfScope,
            LocalDate day,
            List<Contact> contacts,
            RuleSet base,
            List<RuleSet> others,
            Judge judge) {
        DayComparison comparison = new DayComparison(whatIfScope, day);
        Evaluation is = judge.judge(base, contacts);
        comparison.count(BASE, is);
        for (int i = 0; i < others.size(); i++) {
            Evaluation wouldBe = judge.judge(others.get(i), contacts);
            comparison.count(i, wouldBe);
            comparison.compare(i, contacts, is.judgements(), wouldBe.judgements());
        }
        return comparison;
    }

    Map<Key, Counts> counts() {
        return counts;
    }

    List<MovedContact> moves() {
        return moves;
    }

    private void count(int ruleSet, Evaluation evaluation) {
        for (Tally tally : evaluation.tallies()) {
            if (whatIfScope.holds(tally.unit(), day)) {
                counts.merge(new Key(ruleSet, tally.unit(), tally.channel()), Counts.of(List.of(tally)), Counts::plus);
            }
        }
    }

    /** Judgements come in the order of the contacts; one that no unit has is passed over. */
    private void compare(int ruleSet, List<Contact> contacts, List<Judgement> is, List<Judgement> wouldBe) {
        int a = 0;
        int b = 0;
        for (Contact contact : contacts) {
            Judgement from = at(is, a, contact);
            Judgement to = at(wouldBe, b, contact);
            a += from == null ? 0 : 1;
            b += to == null ? 0 : 1;
            if (MovedContact.isOne(from, to)) {
                Judgement ours = inScope(from) ? from : inScope(to) ? to : null;
                if (ours != null) {
                    moves.add(new MovedContact(ruleSet, ours.unit(), contact, from, to));
                }
            }
        }
    }

    private static @Nullable Judgement at(List<Judgement> judgements, int index, Contact contact) {
        return index < judgements.size() && judgements.get(index).contact() == contact ? judgements.get(index) : null;
    }

    private boolean inScope(@Nullable Judgement judgement) {
        return judgement != null && whatIfScope.holds(judgement.unit(), day);
    }
}
