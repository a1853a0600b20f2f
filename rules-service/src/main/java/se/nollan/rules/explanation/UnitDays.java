package se.nollan.rules.explanation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Evaluation;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.results.StandingResult;
import se.nollan.rules.slice.StandingSlice;

/**
 * What some days of a unit are made of, all seen at one moment.
 *
 * @param days the days asked for on which the unit is measured and the caller may read of it
 * @param reading by what they are judged: {@code national}, or {@code asked} when another edition was named
 * @param slices those that touch the unit with its branches on these days
 * @param waiting days on which something has come that no result knows yet
 * @param results the results that stand
 */
record UnitDays(
        String unit,
        List<LocalDate> days,
        String reading,
        RuleSet ruleSet,
        RegisterVersion register,
        List<StandingSlice> slices,
        Set<LocalDate> waiting,
        List<StandingResult> results) {

    static final String NATIONAL = "national";
    static final String ASKED = "asked";

    /** The unit's own judgements and tallies, by day. */
    record Judged(List<Judgement> judgements, List<Tally> tallies) {}

    /** The days of a month, in order. */
    static List<LocalDate> of(YearMonth month) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
    }

    /** The unit with its branches on each of the days: what is evaluated as one. */
    static List<UnitDay> families(String unit, List<LocalDate> days, RegisterVersion register) {
        return days.stream()
                .map(day -> new UnitDay(register.register().root(unit, day), day))
                .toList();
    }

    /** Whether the results that stand are by the same reading. */
    boolean isNational() {
        return reading.equals(NATIONAL);
    }

    /** Judges all that touches these days, and keeps what belongs to the unit. */
    Judged judge(Evaluator evaluator) {
        List<Contact> contacts =
                slices.stream().flatMap(slice -> slice.contacts().stream()).toList();
        Evaluation evaluation = evaluator.judge(register, ruleSet, contacts);
        return new Judged(
                evaluation.judgements().stream()
                        .filter(judgement -> judgement.unit().equals(unit))
                        .toList(),
                evaluation.tallies().stream()
                        .filter(tally -> tally.unit().equals(unit))
                        .toList());
    }
}
