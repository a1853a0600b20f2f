package se.nollan.publish.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.register.Form;
import se.nollan.publish.register.Period;
import se.nollan.publish.register.Provider;
import se.nollan.publish.register.Register;
import se.nollan.publish.register.Unit;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.DailySignals;
import se.nollan.publish.results.DaySignals;
import se.nollan.publish.results.Waits;

/** A month's signals from its days. October 2026 begins on a Thursday. */
class UnitSignalsSumTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);
    private static final String A = "SE2321000214-A";
    private static final String B = "SE2321000214-B";
    private static final String REGION_OWN = "232100-0214";
    private static final String COMPANY = "556677-8899";

    private final List<Unit> units = new ArrayList<>(List.of(unit(A, REGION_OWN, null, null)));
    private final List<DailySignals> results = new ArrayList<>();
    private Set<Integer> workingDays = Set.of(1, 2, 5);

    @Test
    void aWorkingDayWithoutAnyContactIsSilent() {
        day(A, "2026-10-01", 5, 5);
        day(A, "2026-10-02", 0, 0);

        UnitSignals unit = only(NOVEMBER);

        assertThat(unit.workingDays()).isEqualTo(3);
        assertThat(unit.silentDays()).containsExactly(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5));
        assertThat(unit.signals()).singleElement().satisfies(signal -> assertThat(signal.english())
                .startsWith("Working days without a single contact: 2, the first 2026-10-02."));
    }

    @Test
    void aDayThatIsNotOverIsNotSilent() {
        day(A, "2026-10-01", 5, 5);

        assertThat(only(LocalDate.of(2026, 10, 2)).silentDays()).isEmpty();
        assertThat(only(LocalDate.of(2026, 10, 3)).silentDays()).containsExactly(LocalDate.of(2026, 10, 2));
    }

    @Test
    void whereNoResultNamesWorkingDaysNobodyKnowsOfSilentOnes() {
        results.add(new DailySignals(A, LocalDate.of(2026, 10, 1), Channel.PHONE, counts(5, 5), null));
        workingDays = Set.of();

        assertThat(only(NOVEMBER).workingDays()).isNull();
        assertThat(only(NOVEMBER).silentDays()).isEmpty();
        assertThat(only(NOVEMBER).channels().get(Channel.PHONE).daysUnknown()).hasSize(1);
    }

    @Test
    @DisplayName(
            "Each day goes to whom the register names that day: a new owner sees nothing of the one before, nor its history")
    void aUnitThatChangesOwner() {
        units.clear();
        units.add(unit(A, REGION_OWN, null, LocalDate.of(2026, 10, 1)));
        units.add(unit(A, COMPANY, LocalDate.of(2026, 10, 2), null));
        day(A, "2026-10-01", 5, 5);
        day(A, "2026-10-02", 50, 50);
        history(A, 90, 10);

        List<UnitSignals> owners = sum(NOVEMBER);

        assertThat(owners).extracting(UnitSignals::provider).containsExactly(REGION_OWN, COMPANY);
        assertThat(owners.get(0).silentDays()).isEmpty();
        assertThat(owners.get(1).channels().get(Channel.PHONE).counts().counted())
                .isEqualTo(100);
        assertThat(owners.get(1).signals()).extracting(Signal::name).containsExactly("silent-days");
    }

    @Test
    void demandIsToldByWeekdayAndHour() {
        day(A, "2026-10-01", signals(Map.of(8, 3L), 0, 0), 3, 0);
        day(A, "2026-10-08", signals(Map.of(8, 2L, 9, 1L), 0, 0), 3, 0);
        day(A, "2026-10-09", signals(Map.of(9, 1L), 0, 0), 1, 0);

        assertThat(only(NOVEMBER).channels().get(Channel.PHONE).demand())
                .isEqualTo(Map.of(4, Map.of(8, 5L, 9, 1L), 5, Map.of(9, 1L)));
    }

    @Test
    @DisplayName("More than three percent of withheld numbers deserve a look, and none of many calls does too [11]")
    void withheldNumbers() {
        day(A, "2026-10-01", signals(Map.of(), 4, 0), 50, 50);
        assertThat(names()).contains("withheld-many");

        results.clear();
        day(A, "2026-10-01", signals(Map.of(), 3, 0), 50, 50);
        assertThat(names()).doesNotContain("withheld-many", "withheld-none");

        results.clear();
        day(A, "2026-10-01", signals(Map.of(), 0, 0), 300, 200);
        assertThat(names()).contains("withheld-none");
    }

    @Test
    void contactsOfALineThatTheRegisterDoesNotKnowAreTold() {
        results.add(new DailySignals(A, LocalDate.of(2026, 10, 1), Channel.PHONE, counts(0, 0), unknownLine(7)));
        assertThat(only(NOVEMBER).signals())
                .extracting(Signal::english)
                .contains("Contacts on lines that the register does not know that day: 7. They are in no figure.");
    }

    @Test
    void callbacksMarkedAsDoneWithoutACallAreTold() {
        day(A, "2026-10-01", signals(Map.of(), 0, 2), 50, 50);
        assertThat(only(NOVEMBER).signals())
                .extracting(Signal::swedish)
                .contains("Återuppringningar till kända nummer som är klarmarkerade utan att någon har ringt: 2.");
    }

    @Test
    @DisplayName("A share ten points from that of the half-year before is told, with how far and by which rule")
    void aShareThatMoved() {
        history(A, 90, 10);
        day(A, "2026-10-01", 79, 21);

        assertThat(only(NOVEMBER).signals())
                .filteredOn(signal -> signal.name().equals("share-moved"))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.english())
                            .isEqualTo(
                                    "The share is 79.0 %, 11.0 percentage points lower than in the months before"
                                            + " (2026-04 to 2026-09: 90.0 %). Mostly by P-U3: 21.0 % of those counted, before 10.0 %.");
                    assertThat(signal.swedish()).contains("11,0 procentenheter lägre");
                });
    }

    @Test
    void aShareThatMovedALittleIsNot() {
        history(A, 90, 10);
        day(A, "2026-10-01", 81, 19);
        assertThat(names()).doesNotContain("share-moved", "demand-moved");
    }

    @Test
    void halfAsManyContactsAreToldAndSoAreHalfAsManyAgain() {
        history(A, 90, 10);
        day(A, "2026-10-01", 45, 5);
        assertThat(names()).contains("demand-moved").doesNotContain("share-moved");

        results.removeIf(result -> result.date().getMonthValue() == 10);
        day(A, "2026-10-01", 135, 15);
        assertThat(names()).contains("demand-moved");
    }

    @Test
    void aMonthThatIsNotOverHasFewerContactsAndThatIsNoNews() {
        history(A, 90, 10);
        day(A, "2026-10-01", 45, 5);
        assertThat(only(LocalDate.of(2026, 10, 31)).signals())
                .extracting(Signal::name)
                .doesNotContain("demand-moved");
    }

    @Test
    void twoMonthsAreNoHistory() {
        history(A, 90, 10);
        results.removeIf(result -> result.date().getMonthValue() < 8);
        day(A, "2026-10-01", 10, 90);
        assertThat(names()).doesNotContain("share-moved");
    }

    @Test
    @DisplayName("1177's queue is held against nine minutes, a unit's callbacks against the unit's own target")
    void targets() {
        units.add(new Unit(B, "1177", "23", REGION_OWN, UnitType.CARE_1177, null, null, Period.ALWAYS));
        Waits waits = new Waits(4, 3, 3, 1_800, new TreeMap<>(Map.of(9L, 2L, 541L, 1L)));
        day(A, "2026-10-01", waiting(waits), 4, 0);
        day(B, "2026-10-01", waiting(waits), 4, 0);

        Map<String, SignalsBody.UnitBody> told =
                SignalsBody.of("23", OCTOBER, sum(NOVEMBER), List.of()).units().stream()
                        .collect(Collectors.toMap(SignalsBody.UnitBody::unit, unit -> unit));

        assertThat(told.get(A).channels().get("phone").callback().target()).isEqualTo(540);
        assertThat(told.get(A).channels().get("phone").callback().withinTarget())
                .isEqualTo(2);
        assertThat(told.get(A).channels().get("phone").queue().target()).isNull();
        assertThat(told.get(B).channels().get("phone").queue().target()).isEqualTo(9);
        assertThat(told.get(B).channels().get("phone").queue().withinTargetShare())
                .isEqualByComparingTo("0.6667");
        assertThat(told.get(B).channels().get("phone").queue().meanMinutes()).isEqualByComparingTo("10");
        assertThat(told.get(B).channels().get("phone").callback().target()).isNull();
    }

    @Test
    void otherRegionsAndOtherLevelsOfCareAreLeftOut() {
        units.add(new Unit(B, "Ögon", "23", REGION_OWN, UnitType.ANNAN_VARDNIVA, null, null, Period.ALWAYS));
        units.add(new Unit("SE2321000222-C", "Ön", "24", COMPANY, UnitType.VARDCENTRAL, null, null, Period.ALWAYS));
        day(B, "2026-10-01", 5, 5);
        day("SE2321000222-C", "2026-10-01", 5, 5);

        assertThat(sum(NOVEMBER)).extracting(UnitSignals::unit).containsExactly(A);
    }

    private void day(String unit, String date, long hits, long misses) {
        day(unit, date, signals(Map.of(), 1, 0), hits, misses);
    }

    private void day(String unit, String date, DaySignals signals, long hits, long misses) {
        results.add(new DailySignals(unit, LocalDate.parse(date), Channel.PHONE, counts(hits, misses), signals));
    }

    /** Six months that are all the same. */
    private void history(String unit, long hits, long misses) {
        for (int before = 1; before <= UnitSignalsSum.MONTHS_BEFORE; before++) {
            results.add(new DailySignals(
                    unit, OCTOBER.minusMonths(before).atDay(7), Channel.PHONE, counts(hits, misses), null));
        }
    }

    private static DaySignals signals(Map<Integer, Long> demand, long withheld, long doneWithoutCall) {
        return signals(demand, withheld, doneWithoutCall, 0);
    }

    private static DaySignals waiting(Waits waits) {
        TreeMap<Integer, Long> none = new TreeMap<>();
        return new DaySignals(none, none, none, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, waits, waits);
    }

    private static DaySignals unknownLine(long contacts) {
        return signals(Map.of(), 0, 0, contacts);
    }

    private static DaySignals signals(
            Map<Integer, Long> demand, long withheld, long doneWithoutCall, long unknownLine) {
        return new DaySignals(
                new TreeMap<>(demand),
                new TreeMap<>(),
                new TreeMap<>(),
                withheld,
                0,
                0,
                doneWithoutCall,
                0,
                0,
                0,
                0,
                0,
                unknownLine,
                Waits.NONE,
                Waits.NONE);
    }

    private static Counts counts(long hits, long misses) {
        return new Counts(
                hits + misses,
                hits == 0 ? new TreeMap<>() : new TreeMap<>(Map.of("P-C2", hits)),
                misses == 0 ? new TreeMap<>() : new TreeMap<>(Map.of("P-U3", misses)),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static Unit unit(String id, String provider, LocalDate from, LocalDate to) {
        return new Unit(id, "Enheten", "23", provider, UnitType.VARDCENTRAL, null, 540L, new Period(from, to));
    }

    private List<String> names() {
        return only(NOVEMBER).signals().stream().map(Signal::name).toList();
    }

    private UnitSignals only(LocalDate today) {
        List<UnitSignals> all = sum(today);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<UnitSignals> sum(LocalDate today) {
        Register register = new Register(
                1,
                List.of(
                        new Provider(REGION_OWN, "Region", Form.PUBLIC, Period.ALWAYS),
                        new Provider(COMPANY, "Bolaget", Form.PRIVATE, Period.ALWAYS)),
                units,
                List.of());
        return UnitSignalsSum.of("23", OCTOBER, register, results, workingDays, today);
    }
}
