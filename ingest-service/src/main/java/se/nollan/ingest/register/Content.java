package se.nollan.ingest.register;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a register says, in one order whatever the order it was written in: by id, then by first day.
 */
public record Content(List<Provider> providers, List<Unit> units, List<Line> lines) {

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::id)
            .thenComparing(entry -> entry.period().first());

    public static final Content EMPTY = new Content(List.of(), List.of(), List.of());

    public Content {
        providers = providers.stream().sorted(ORDER).toList();
        units = units.stream().sorted(ORDER).toList();
        lines = lines.stream().sorted(ORDER).toList();
    }

    /** The part that belongs to these regions: their units, those units' lines and providers. */
    public Content ofRegions(Set<String> regions) {
        return ofUnits(unit -> regions.contains(unit.region()));
    }

    /** The part that these providers answer for: their units and those units' lines. */
    public Content ofProviders(Set<String> ids) {
        return ofUnits(unit -> ids.contains(unit.provider()));
    }

    /** The part of some units: they, their lines and their providers. */
    private Content ofUnits(Predicate<Unit> wanted) {
        List<Unit> some = units.stream().filter(wanted).toList();
        Set<String> ids = some.stream().map(Unit::id).collect(Collectors.toSet());
        Set<String> theirs = some.stream().map(Unit::provider).collect(Collectors.toSet());
        return new Content(
                providers.stream().filter(it -> theirs.contains(it.id())).toList(),
                some,
                lines.stream().filter(it -> ids.contains(it.unit())).toList());
    }
}
