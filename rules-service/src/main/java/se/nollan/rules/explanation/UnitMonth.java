package se.nollan.rules.explanation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.nollan.rules.explanation.MonthExplanation.ChannelMonth;
import se.nollan.rules.explanation.MonthExplanation.DayFigure;
import se.nollan.rules.explanation.MonthExplanation.DayResult;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.results.StandingResult;

/** Takes a unit's month apart: channels, formulas, rules, days. */
final class UnitMonth {

    private static final String TOTAL = "total";

    private final UnitDays days;
    private final UnitDays.Judged judged;
    private final PublicHolidays calendar;

    UnitMonth(UnitDays days, UnitDays.Judged judged, PublicHolidays calendar) {
        this.days = days;
        this.judged = judged;
        this.calendar = calendar;
    }

    MonthExplanation explained(MonthExplanation.Provenance provenance) {
        LocalDate first = days.days().get(0);
        LocalDate last = days.days().get(days.days().size() - 1);
        return new MonthExplanation(
                days.unit(),
                YearMonth.from(first),
                first,
                last,
                days.reading(),
                days.waiting().size(),
                channels(),
                days.days().stream().map(this::day).toList(),
                KnownGap.ALL,
                provenance);
    }

    /** Phone, chat and total. */
    List<ChannelMonth> channels() {
        Map<Channel, Formula> formulas = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            formulas.put(
                    channel,
                    Formula.of(
                            channel,
                            days.ruleSet().edition(),
                            judged.judgements().stream()
                                    .filter(judgement -> judgement.contact().channel() == channel)
                                    .toList()));
        }
        Formula phone = formulas.get(Channel.PHONE);
        Formula chat = formulas.get(Channel.CHAT);
        return List.of(
                channel(Channel.PHONE.word(), of(Channel.PHONE), phone),
                channel(Channel.CHAT.word(), of(Channel.CHAT), chat),
                channel(TOTAL, judged.tallies(), Formula.total(phone, chat)));
    }

    /** The counts come from the tallies, the formula from the contacts: that they agree is seen to. */
    private static ChannelMonth channel(String word, List<Tally> tallies, Formula formula) {
        Counts counts = Counts.of(tallies);
        if (counts.counted() != formula.counted() || counts.hits() != formula.hits()) {
            throw new IllegalStateException("The formula does not add up: " + formula.en());
        }
        return new ChannelMonth(word, counts, formula, RuleCount.of(tallies));
    }

    private List<Tally> of(Channel channel) {
        return judged.tallies().stream()
                .filter(tally -> tally.channel() == channel)
                .toList();
    }

    private DayFigure day(LocalDate day) {
        List<Tally> tallies = judged.tallies().stream()
                .filter(tally -> tally.date().equals(day))
                .toList();
        return new DayFigure(
                day,
                isWorkingDay(day),
                days.waiting().contains(day),
                counts(tallies, Channel.PHONE),
                counts(tallies, Channel.CHAT),
                Counts.of(tallies),
                days.results().stream()
                        .filter(result -> days.isNational() && result.day().equals(day))
                        .map(result -> held(result, tallies))
                        .toList(),
                "/rules/v1/units/" + days.unit() + "/days/" + day);
    }

    private boolean isWorkingDay(LocalDate day) {
        boolean evesAreHolidays = days.ruleSet()
                .reading(Interpretation.EVES_ARE_HOLIDAYS)
                .equals(Interpretation.EVES_ARE_HOLIDAYS.readings().get(0));
        return calendar.isWorkingDay(day, evesAreHolidays);
    }

    private static Counts counts(List<Tally> tallies, Channel channel) {
        return Counts.of(
                tallies.stream().filter(tally -> tally.channel() == channel).toList());
    }

    /** A channel that has no contacts any more has no tally, and a result of zeros. */
    private static DayResult held(StandingResult result, List<Tally> tallies) {
        Channel channel = Arrays.stream(Channel.values())
                .filter(each -> each.word().equals(result.channel()))
                .findFirst()
                .orElseThrow();
        Tally tally = tallies.stream()
                .filter(each -> each.channel() == channel)
                .findFirst()
                .orElseGet(() -> Tally.nothing("", result.day(), channel));
        return new DayResult(
                result.channel(), result.revision(), result.hash(), result.registerVersion(), result.says(tally));
    }
}
