package se.nollan.rules.whatif;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.register.RegisterVersion;

/** Which units are asked about on which days. */
final class WhatIfScope {

    private record UnitMonth(String unit, YearMonth month) {}

    private final RegisterVersion register;
    private final Map<LocalDate, Set<String>> units = new HashMap<>();
    private final Set<UnitMonth> unitMonths = new HashSet<>();

    WhatIfScope(RegisterVersion register) {
        this.register = register;
    }

    RegisterVersion register() {
        return register;
    }

    void add(String unit, LocalDate day) {
        units.computeIfAbsent(day, each -> new HashSet<>()).add(unit);
        unitMonths.add(new UnitMonth(unit, YearMonth.from(day)));
    }

    boolean holds(String unit, LocalDate day) {
        return units.getOrDefault(day, Set.of()).contains(unit);
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    /** Months in which any of the units is asked about, in order. */
    Collection<YearMonth> months() {
        Set<YearMonth> months = new TreeSet<>();
        units.keySet().forEach(day -> months.add(YearMonth.from(day)));
        return months;
    }

    /** How many units in how many months: what an answer has figures of. */
    long unitMonths() {
        return unitMonths.size();
    }

    /** What is evaluated as one on some days: the families of the units. */
    Collection<UnitDay> families(Collection<LocalDate> days) {
        Set<UnitDay> families = new TreeSet<>();
        days.forEach(day -> units.getOrDefault(day, Set.of())
                .forEach(id -> families.add(new UnitDay(register.register().root(id, day), day))));
        return families;
    }

    /** The days, in order. */
    List<LocalDate> days() {
        return new ArrayList<>(new TreeSet<>(units.keySet()));
    }
}
