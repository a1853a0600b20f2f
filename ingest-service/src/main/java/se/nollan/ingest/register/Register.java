package se.nollan.ingest.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.nollan.base.security.Caller;

/** One version of the register, ready to be asked. Immutable; built once a version, asked once a row. */
public final class Register {

    /** Before anything was imported: version 0, which is never sent. */
    public static final Register NONE = new Register(0, RegisterContent.EMPTY);

    private final long version;
    private final RegisterContent registerContent;
    private final Map<String, List<Unit>> unitsById;
    private final Map<String, List<Placement>> placementsByProvider = new HashMap<>();
    private final Map<String, Map<String, List<Placement>>> byProviderAndName = new HashMap<>();
    private final Map<String, Map<String, List<Placement>>> byProviderAndId = new HashMap<>();
    private final Map<String, List<Placement>> byAnyName = new HashMap<>();

    public Register(long version, RegisterContent registerContent) {
        this.version = version;
        this.registerContent = registerContent;
        RegisterContent counting = registerContent.inForce();
        this.unitsById = counting.units().stream().collect(Collectors.groupingBy(Unit::id));
        for (Placement placement : placements(counting.lines(), unitsById)) {
            index(placement);
        }
    }

    private void index(Placement placement) {
        Line line = placement.line();
        placementsByProvider
                .computeIfAbsent(placement.provider(), it -> new ArrayList<>())
                .add(placement);
        Set<String> names = new HashSet<>(line.names());
        for (String name : names) {
            add(byProviderAndName, placement, name);
        }
        add(byProviderAndId, placement, line.id());
        names.add(line.id());
        names.forEach(name ->
                byAnyName.computeIfAbsent(name, it -> new ArrayList<>(1)).add(placement));
    }

    private static void add(Map<String, Map<String, List<Placement>>> index, Placement placement, String name) {
        index.computeIfAbsent(placement.provider(), it -> new HashMap<>())
                .computeIfAbsent(name, it -> new ArrayList<>(1))
                .add(placement);
    }

    /** Lines within units: for each line one placement with each entry of its unit that it shares days with. */
    static List<Placement> placements(List<Line> lines, Map<String, List<Unit>> unitsById) {
        List<Placement> placements = new ArrayList<>();
        for (Line line : lines) {
            for (Unit unit : unitsById.getOrDefault(line.unit(), List.of())) {
                line.period()
                        .intersection(unit.period())
                        .ifPresent(period -> placements.add(new Placement(line, unit, period)));
            }
        }
        return placements;
    }

    public long version() {
        return version;
    }

    public RegisterContent content() {
        return registerContent;
    }

    /**
     * The line that a contact's {@code line} means: by what the system calls it, else by its id.
     *
     * @param provider who sends
     * @param system source system, whose names these are
     * @param name the contact's {@code line}
     * @param day the Stockholm day of {@code createdAt}
     */
    public Optional<Placement> resolve(String provider, String system, String name, LocalDate day) {
        Optional<Placement> called = find(byProviderAndName, provider, system, name, day);
        return called.isPresent() ? called : find(byProviderAndId, provider, system, name, day);
    }

    private static Optional<Placement> find(
            Map<String, Map<String, List<Placement>>> index,
            String provider,
            String system,
            String name,
            LocalDate day) {
        for (Placement placement : index.getOrDefault(provider, Map.of()).getOrDefault(name, List.of())) {
            if (placement.line().isSentBy(system) && placement.period().contains(day)) {
                return Optional.of(placement);
            }
        }
        return Optional.empty();
    }

    /** Every line that goes by the name on the day, whoever answers for it: tells an unknown line from another's. */
    public List<Placement> named(String name, LocalDate day) {
        return byAnyName.getOrDefault(name, List.of()).stream()
                .filter(placement -> placement.period().contains(day))
                .toList();
    }

    /**
     * The lines that a submission covers when it names none: all of the provider that the register gives that system or
     * no system, each with the days within the period on which the provider answers for it. A line may come more than
     * once, with periods that do not overlap.
     */
    public List<Placement> answeredFor(String provider, String system, Period period) {
        List<Placement> covered = new ArrayList<>();
        for (Placement placement : placementsByProvider.getOrDefault(provider, List.of())) {
            if (placement.line().isSentBy(system)) {
                placement
                        .period()
                        .intersection(period)
                        .ifPresent(days -> covered.add(new Placement(placement.line(), placement.unit(), days)));
            }
        }
        return covered;
    }

    /** The lines that the provider answers for, whatever system sends them, each with the days within the period. */
    public List<Placement> linesOf(String provider, Period period) {
        List<Placement> lines = new ArrayList<>();
        for (Placement placement : placementsByProvider.getOrDefault(provider, List.of())) {
            placement
                    .period()
                    .intersection(period)
                    .ifPresent(days -> lines.add(new Placement(placement.line(), placement.unit(), days)));
        }
        return lines;
    }

    /** Whether the provider's line may be sent by both systems on the day. */
    public boolean isSentByBoth(String provider, String line, LocalDate day, String one, String other) {
        return byProviderAndId.getOrDefault(provider, Map.of()).getOrDefault(line, List.of()).stream()
                .anyMatch(placement ->
                        placement.period().contains(day) && placement.line().isSentByBoth(one, other));
    }

    /** The unit as it is on the day. */
    public Optional<Unit> unit(String id, LocalDate day) {
        return unitsById.getOrDefault(id, List.of()).stream()
                .filter(unit -> unit.period().contains(day))
                .findFirst();
    }

    /** Ids of the unit, its parent and all branches of that on the day (S-4); empty when the unit is not in force. */
    public Set<String> family(String id, LocalDate day) {
        Optional<Unit> asked = unit(id, day);
        if (asked.isEmpty()) {
            return Set.of();
        }
        String head = asked.get().parent() == null ? id : asked.get().parent();
        Set<String> family = registerContent.units().stream()
                .filter(unit -> head.equals(unit.parent()) && unit.period().contains(day))
                .map(Unit::id)
                .collect(Collectors.toSet());
        family.add(head);
        return family;
    }

    /** Whether the caller may see what the provider sends: it acts for it, or oversees a region of its. */
    public boolean isSeenBy(Caller caller, String provider) {
        return caller.actsFor(provider) || regionsOf(provider).stream().anyMatch(caller::oversees);
    }

    /** Whether the provider's contract ended before the day; nothing has ended of one that the register does not know. */
    public boolean hasEnded(String provider, LocalDate day) {
        var entries = registerContent.providers().stream()
                .filter(entry -> entry.id().equals(provider))
                .toList();
        return !entries.isEmpty()
                && entries.stream().flatMap(entry -> entry.inForce().stream()).allMatch(days -> days.last()
                        .isBefore(day));
    }

    /** County codes of the regions where the provider has, had or will have units. */
    public Set<String> regionsOf(String provider) {
        return registerContent.units().stream()
                .filter(unit -> unit.provider().equals(provider))
                .map(Unit::region)
                .collect(Collectors.toSet());
    }
}
