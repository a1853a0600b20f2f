package se.nollan.ingest.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a register says, in one order whatever the order it was written in: by id, then by first day.
 */
public record RegisterContent(List<Provider> providers, List<Unit> units, List<Line> lines) {

    private static final Comparator<RegisterEntry> ORDER = Comparator.comparing(RegisterEntry::id)
            .thenComparing(entry -> entry.period().first());

    public static final RegisterContent EMPTY = new RegisterContent(List.of(), List.of(), List.of());

    public RegisterContent {
        providers = providers.stream().sorted(ORDER).toList();
        units = units.stream().sorted(ORDER).toList();
        lines = lines.stream().sorted(ORDER).toList();
    }

    /** The part that belongs to these regions: their units, those units' lines and providers. */
    public RegisterContent ofRegions(Set<String> regions) {
        return ofUnits(unit -> regions.contains(unit.region()));
    }

    /** The part that these providers answer for: their units and those units' lines. */
    public RegisterContent ofProviders(Set<String> ids) {
        return ofUnits(unit -> ids.contains(unit.provider()));
    }

    /**
     * What counts: units on the days on which their provider's contract is in force too, and the lines of what is left (the contact format,
     * <i>Sources</i>). A unit has an entry for each of its provider's that it shares days with.
     */
    public RegisterContent inForce() {
        List<Unit> bound = new ArrayList<>();
        Map<String, List<Provider>> byId = providers.stream().collect(Collectors.groupingBy(Provider::id));
        for (Unit unit : units) {
            List<Provider> entries = byId.getOrDefault(unit.provider(), List.of());
            if (entries.isEmpty()) {
                bound.add(unit);
            }
            for (Provider provider : entries) {
                provider.inForce().flatMap(unit.period()::intersection).ifPresent(days -> bound.add(unit.on(days)));
            }
        }
        Set<String> ids = bound.stream().map(Unit::id).collect(Collectors.toSet());
        return new RegisterContent(
                providers,
                bound,
                lines.stream().filter(line -> ids.contains(line.unit())).toList());
    }

    /** What is in force on a day. */
    public RegisterContent on(LocalDate day) {
        return new RegisterContent(
                providers.stream().filter(it -> it.period().contains(day)).toList(),
                units.stream().filter(it -> it.period().contains(day)).toList(),
                lines.stream().filter(it -> it.period().contains(day)).toList());
    }

    /** The part of some units: they, their lines and their providers. */
    private RegisterContent ofUnits(Predicate<Unit> wanted) {
        List<Unit> some = units.stream().filter(wanted).toList();
        Set<String> ids = some.stream().map(Unit::id).collect(Collectors.toSet());
        Set<String> theirs = some.stream().map(Unit::provider).collect(Collectors.toSet());
        return new RegisterContent(
                providers.stream().filter(it -> theirs.contains(it.id())).toList(),
                some,
                lines.stream().filter(it -> ids.contains(it.unit())).toList());
    }
}
