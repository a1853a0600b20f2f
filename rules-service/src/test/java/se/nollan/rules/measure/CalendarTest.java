package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {

    private static final PublicHolidays SWEDEN = PublicHolidays.sweden();
    private static final HolidayManager JOLLYDAY =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    static IntStream years() {
        return IntStream.rangeClosed(2006, 2060);
    }

    /** Another's opinion of the same days: Jollyday takes the three eves for holidays too. */
    @ParameterizedTest
    @MethodSource("years")
    void theCalendarWithItsEvesAgreesWithAnIndependentOne(int year) {
        Set<LocalDate> theirs = JOLLYDAY.getHolidays(Year.of(year)).stream()
                .map(holiday -> holiday.getActualDate())
                .collect(Collectors.toSet());
        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).forEach(day -> assertThat(
                        SWEDEN.isWorkingDay(day, true))
                .as("%s", day)
                .isEqualTo(!isWeekend(day) && !theirs.contains(day)));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Test
    void theEvesAreWorkingDaysByTheOtherReading() {
        for (String eve : new String[] {"2026-06-19", "2026-12-24", "2026-12-31"}) {
            assertThat(SWEDEN.isWorkingDay(LocalDate.parse(eve), true)).isFalse();
            assertThat(SWEDEN.isWorkingDay(LocalDate.parse(eve), false)).isTrue();
        }
    }

    @Test
    void whitMondayWasAHolidayUntil2004AndTheNationalDayIsOneSince2005() {
        assertThat(SWEDEN.isWorkingDay(LocalDate.of(2004, 5, 31), true)).isFalse();
        assertThat(SWEDEN.isWorkingDay(LocalDate.of(2005, 5, 16), true)).isTrue();
        assertThat(SWEDEN.isWorkingDay(LocalDate.of(2003, 6, 6), true)).isTrue();
        assertThat(SWEDEN.isWorkingDay(LocalDate.of(2005, 6, 6), true)).isFalse();
    }

    @Test
    void theRuleSetSaysHowTheEvesAreRead() {
        RuleSet rules = RuleSet.of(Edition.V2_0);
        LocalDate eve = LocalDate.of(2026, 6, 19);
        assertThat(PublicHolidays.sweden().isWorkingDay(eve, rules)).isFalse();
        assertThat(SWEDEN.isWorkingDay(eve, rules.with(Interpretation.EVES_ARE_HOLIDAYS, "false")))
                .isTrue();
    }

    @Test
    void itsFirstAndItsLastYearAreWhole() {
        assertThat(SWEDEN.isWorkingDay(LocalDate.of(1990, 1, 2), true)).isTrue();
        assertThat(SWEDEN.isWorkingDay(LocalDate.of(2060, 12, 30), true)).isTrue();
        assertThatThrownBy(() -> SWEDEN.isWorkingDay(LocalDate.of(1989, 12, 29), true))
                .hasMessageContaining("covers 1990 to 2060");
    }

    @Test
    void aYearBeyondTheCalendarIsAnErrorNotAWorkingDay() {
        assertThatThrownBy(() -> SWEDEN.isWorkingDay(LocalDate.of(2061, 1, 3), true))
                .hasMessageContaining("covers 1990 to 2060");
    }

    @Test
    void daysAreAsInAVersionUntilOneOfThemIsCorrected() {
        List<LocalDate> october = LocalDate.parse("2026-10-01")
                .datesUntil(LocalDate.parse("2026-11-01"))
                .toList();
        List<LocalDate> june = LocalDate.parse("2026-06-01")
                .datesUntil(LocalDate.parse("2026-07-01"))
                .toList();
        PublicHolidays corrected = SWEDEN.corrected(
                List.of("date,name,kind,version", "2026-10-05,extra,holiday,region-1", "2026-06-19,,none,region-2"));

        assertThat(corrected.version(october)).isEqualTo("region-1");
        assertThat(corrected.version(june)).isEqualTo("region-2");
        assertThat(corrected.isAsIn("se-1", october)).isFalse();
        assertThat(corrected.isAsIn("region-1", october)).isTrue();
        assertThat(corrected.isAsIn("region-2", october)).isTrue();
        assertThat(corrected.isAsIn("region-1", june)).isFalse();
        assertThat(corrected.isAsIn("se-1", List.of(LocalDate.parse("2026-07-01"))))
                .isTrue();
        assertThat(corrected.isAsIn("region-3", october)).isFalse();
        assertThat(corrected.isAsIn("region-3", List.of())).isFalse();
    }

    @Test
    void aCorrectionChangesItsDayAndNamesItsVersionThereAndNowhereElse() {
        LocalDate added = LocalDate.parse("2026-10-05");
        LocalDate removed = LocalDate.parse("2026-06-19");
        PublicHolidays corrected = SWEDEN.corrected(List.of(
                "date,name,kind,version", "2026-10-05,extra,holiday,region-1", "", "2026-06-19,,none,region-2"));

        assertThat(corrected.isWorkingDay(added, true)).isFalse();
        assertThat(corrected.version(added)).isEqualTo("region-1");
        assertThat(corrected.isWorkingDay(removed, true)).isTrue();
        assertThat(corrected.version(removed)).isEqualTo("region-2");
        assertThat(corrected.version()).isEqualTo("region-2");
        assertThat(corrected.version(added.plusDays(1))).isEqualTo("se-1");
        assertThat(corrected.version(LocalDate.parse("2026-12-24"))).isEqualTo("se-1");
        assertThat(SWEDEN.isWorkingDay(added, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-12-25,juldagen,holiday,new", "2026-10-04,a Sunday,holiday,new", "2026-10-05,,none,new"})
    void aRowThatChangesNothingLeavesTheDayAsItWas(String row) {
        PublicHolidays corrected = SWEDEN.corrected(List.of("date,name,kind,version", row));

        assertThat(corrected.version(LocalDate.parse(row.substring(0, 10)))).isEqualTo("se-1");
        assertThat(corrected.version()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01,,holiday,new",
                "2026-10-05,,fest,new",
                "2026-10-05,,holiday",
                "2026-10-05,,holiday,",
                "2026-10-05,,holiday,se-1",
                "2026-10-05;;holiday;new"
            })
    void aCorrectionThatCannotBeReadIsRefusedWithItsLine(String row) {
        assertThatThrownBy(() -> SWEDEN.corrected(List.of("date,name,kind,version", row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 2 of the calendar must be a date");
        assertThatThrownBy(() -> SWEDEN.corrected(List.of(row))).hasMessageContaining("begins with the line");
    }
}
