package se.nollan.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.results.StandingResult;

class UnitMonthTest {

    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final RuleSet NATIONAL = RuleSet.of(Edition.V2_0);

    /** A December without contacts. */
    private static MonthExplanation december(String reading, RuleSet ruleSet, StandingResult... results) {
        UnitDays days = new UnitDays(
                "unit",
                UnitDays.of(YearMonth.of(2026, 12)),
                reading,
                ruleSet,
                RegisterVersion.NONE,
                List.of(),
                Set.of(CHRISTMAS_EVE),
                List.of(results));
        return new UnitMonth(days, new UnitDays.Judged(List.of(), List.of()), PublicHolidays.sweden())
                .explained(new MonthExplanation.Provenance(MissingNode.getInstance(), 0, SliceDigest.of(List.of())));
    }

    private static StandingResult result(String channel, long contactsIn) {
        return new StandingResult(CHRISTMAS_EVE, channel, 2, "hash", 1, contactsIn, 0, 0);
    }

    private static MonthExplanation.DayFigure christmasEve(MonthExplanation month) {
        return month.days().get(23);
    }

    @Test
    void aResultThatSaysOtherwiseIsTold() {
        var day = christmasEve(december(UnitDays.NATIONAL, NATIONAL, result("phone", 3), result("chat", 0)));

        assertThat(day.results())
                .extracting(MonthExplanation.DayResult::channel, MonthExplanation.DayResult::saysTheSame)
                .containsExactly(tuple("phone", false), tuple("chat", true));
    }

    @Test
    void resultsAreNotHeldAgainstAFigureByAnotherEdition() {
        assertThat(christmasEve(december(UnitDays.ASKED, NATIONAL, result("phone", 3)))
                        .results())
                .isEmpty();
    }

    @Test
    void whetherAnEveIsAWorkingDayIsAsTheReadingHasIt() {
        assertThat(christmasEve(december(UnitDays.NATIONAL, NATIONAL)).workingDay())
                .isFalse();
        assertThat(christmasEve(december(UnitDays.ASKED, NATIONAL.with(Interpretation.EVES_ARE_HOLIDAYS, "false")))
                        .workingDay())
                .isTrue();
    }

    @Test
    void aMonthWithoutContactsHasEveryDayAndNoShare() {
        MonthExplanation month = december(UnitDays.NATIONAL, NATIONAL);

        assertThat(month.days()).hasSize(31);
        assertThat(month.gaps()).extracting(KnownGap::id).containsExactly("a", "b", "c");
        assertThat(month.pending()).isEqualTo(1);
        assertThat(christmasEve(month).pending()).isTrue();
        assertThat(month.channels())
                .allSatisfy(channel -> assertThat(channel.counts().share()).isNull());
    }
}
