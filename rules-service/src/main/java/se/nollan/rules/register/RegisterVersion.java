package se.nollan.rules.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.Register.Line;
import se.nollan.rules.measure.Register.Unit;

/** One version of the register. Immutable. */
public final class RegisterVersion {

    /** Before any version has come: nothing is known. */
    public static final RegisterVersion NONE = new RegisterVersion(0, List.of(), List.of());

    private final long version;
    private final Register register;
    private final Map<String, List<Unit>> units;
    private final Map<String, List<Line>> lines;

    public RegisterVersion(long version, Collection<Unit> units, Collection<Line> lines) {
        this.version = version;
        this.register = new Register(units, lines);
        this.units = byId(units, Unit::id);
        this.lines = byId(lines, Line::id);
    }

    public long version() {
        return version;
    }

    public Register register() {
        return register;
    }

    /** What the register says of a unit, for each period; nothing of one that it does not have. */
    public List<Unit> entries(String unit) {
        return units.getOrDefault(unit, List.of());
    }

    /** Every unit that it has in some period. */
    public Set<String> unitIds() {
        return Collections.unmodifiableSet(units.keySet());
    }

    /**
     * The families of units that something touches: the units of the lines, each with its branches, named by the unit at the top. Where no
     * line is known that day, what the sender took them for.
     *
     * @param senders units that the sender resolved the lines to
     */
    public Set<String> roots(Collection<String> lines, Collection<String> senders, LocalDate day) {
        Set<String> roots = lines.stream()
                .map(id -> register.line(id, day))
                .filter(Objects::nonNull)
                .map(line -> register.root(line.unit(), day))
                .collect(Collectors.toCollection(HashSet::new));
        if (roots.isEmpty()) {
            senders.forEach(unit -> roots.add(register.root(unit, day)));
        }
        return roots;
    }

    /** Lines that this version and another one take differently: the line itself, its units or their parents. */
    public Set<String> changedLines(RegisterVersion other) {
        Set<String> ids = new HashSet<>(lines.keySet());
        ids.addAll(other.lines.keySet());
        ids.removeIf(id -> meaning(id).equals(other.meaning(id)));
        return ids;
    }

    /** The regions of the units that lines lead to, by this version or another one. */
    public Set<String> regionsOf(Collection<String> lines, RegisterVersion other) {
        return Stream.of(this, other)
                .flatMap(version -> lines.stream()
                        .flatMap(line -> version.lines.getOrDefault(line, List.of()).stream())
                        .flatMap(line -> version.entries(line.unit()).stream()))
                .map(Unit::region)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that decides what a line means. */
    private Set<Object> meaning(String line) {
        Set<Object> entries = new HashSet<>(lines.getOrDefault(line, List.of()));
        for (Line entry : lines.getOrDefault(line, List.of())) {
            for (Unit unit : units.getOrDefault(entry.unit(), List.of())) {
                entries.add(unit);
                if (unit.parent() != null) {
                    entries.addAll(units.getOrDefault(unit.parent(), List.of()));
                }
            }
        }
        return entries;
    }

    private static <T> Map<String, List<T>> byId(Collection<T> entries, Function<T, String> id) {
        Map<String, List<T>> byId = new HashMap<>();
        entries.forEach(entry ->
                byId.computeIfAbsent(id.apply(entry), key -> new ArrayList<>(1)).add(entry));
        return byId;
    }
}
