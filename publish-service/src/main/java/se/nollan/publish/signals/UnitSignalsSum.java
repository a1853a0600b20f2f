package se.nollan.publish.signals;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.nollan.publish.register.Register;
import se.nollan.publish.register.Unit;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.DailySignals;

/** The signals of a region's units in a month. Each day of a unit goes to whom the register names that day. */
public final class UnitSignalsSum {

    /** How many months before are a unit's own history. */
    public static final int MONTHS_BEFORE = 6;

    private record Owned(String unit, String provider) implements Comparable<Owned> {
        private static final Comparator<Owned> ORDER = comparing(Owned::unit).thenComparing(Owned::provider);

        @Override
        public int compareTo(Owned other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Month {
        final TreeSet<LocalDate> days = new TreeSet<>();
        final Map<Channel, ChannelMonth> channels = new EnumMap<>(Channel.class);
        final Map<Channel, History> histories = new EnumMap<>(Channel.class);
    }

    private final String region;
    private final YearMonth month;
    private final Register register;
    private final Set<Integer> workingDays;
    private final Map<Owned, Month> owned = new TreeMap<>();

    private UnitSignalsSum(String region, YearMonth month, Register register, Set<Integer> workingDays) {
        this.region = region;
        this.month = month;
        this.register = register;
        this.workingDays = workingDays;
    }

    /**
     * @param results of the month and of the {@link #MONTHS_BEFORE} before it, in any order
     * @param workingDays days of the month that are working days by the calendar; none when nobody says
     * @param today the month's days before it are over, and may be silent
     */
    public static List<UnitSignals> of(
            String region,
            YearMonth month,
            Register register,
            Collection<DailySignals> results,
            Set<Integer> workingDays,
            LocalDate today) {
        UnitSignalsSum sum = new UnitSignalsSum(region, month, register, workingDays);
        sum.expectUnits();
        results.stream()
                .filter(result -> YearMonth.from(result.date()).equals(month))
                .forEach(sum::add);
        results.stream()
                .filter(result -> YearMonth.from(result.date()).isBefore(month))
                .forEach(sum::addHistory);
        return sum.units(today);
    }

    /** Every unit in force is expected, so that one that is silent shows. A branch is expected as its parent (S-4). */
    private void expectUnits() {
        TreeSet<String> ids = register.units().stream()
                .filter(unit -> unit.parent() == null && unit.region().equals(region))
                .map(Unit::id)
                .collect(toCollection(TreeSet::new));
        for (String id : ids) {
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                LocalDate date = month.atDay(day);
                owner(id, date).ifPresent(owner -> owned.computeIfAbsent(owner, key -> new Month())
                        .days
                        .add(date));
            }
        }
    }

    /** Who answers for the unit that day, if it is one of the region's that are measured. */
    private Optional<Owned> owner(String id, LocalDate date) {
        return register.unit(id, date)
                .filter(unit -> unit.region().equals(region))
                .filter(unit -> register.measures(unit, date))
                .map(unit -> new Owned(id, unit.provider()));
    }

    private void add(DailySignals result) {
        owner(result.unit(), result.date()).ifPresent(owner -> owned.computeIfAbsent(owner, key -> new Month())
                .channels
                .computeIfAbsent(result.channel(), channel -> new ChannelMonth())
                .add(result));
    }

    private void addHistory(DailySignals result) {
        owner(result.unit(), result.date()).map(owned::get).ifPresent(of -> of.histories
                .computeIfAbsent(result.channel(), channel -> new History())
                .add(YearMonth.from(result.date()), result.counts()));
    }

    private List<UnitSignals> units(LocalDate today) {
        List<UnitSignals> units = new ArrayList<>();
        owned.forEach((owner, of) -> units.add(unit(owner, of, today)));
        return units;
    }

    private UnitSignals unit(Owned owner, Month of, LocalDate today) {
        Unit unit = register.units().stream()
                .filter(entry ->
                        entry.id().equals(owner.unit) && entry.provider().equals(owner.provider))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        List<LocalDate> working = of.days.stream()
                .filter(day -> workingDays.contains(day.getDayOfMonth()) && day.isBefore(today))
                .toList();
        List<LocalDate> silent = working.stream()
                .filter(day -> of.channels.values().stream()
                        .noneMatch(channel -> channel.daysWithContacts().contains(day)))
                .toList();
        return new UnitSignals(
                owner.unit,
                unit.name(),
                owner.provider,
                unit.type() == UnitType.CARE_1177,
                unit.target(),
                workingDays.isEmpty() ? null : working.size(),
                silent,
                of.channels,
                SignalRules.of(
                        silent, of.channels, of.histories, month.atEndOfMonth().isBefore(today)));
    }
}
