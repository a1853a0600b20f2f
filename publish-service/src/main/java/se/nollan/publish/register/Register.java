package se.nollan.publish.register;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of the register, and the questions a month asks of it. */
public final class Register {

    private final long version;
    private final List<Unit> units;
    private final Map<String, List<Unit>> unitsById;
    private final Map<String, List<Provider>> providersById;
    private final Map<String, List<Line>> linesById;
    private final Map<String, List<Line>> chatLinesByUnit;
    private final Map<String, List<Unit>> branchesByParent;

    public Register(long version, List<Provider> providers, List<Unit> units, List<Line> lines) {
        this.version = version;
        this.units = List.copyOf(units);
        this.unitsById = units.stream().collect(groupingBy(Unit::id));
        this.providersById = providers.stream().collect(groupingBy(Provider::id));
        this.linesById = lines.stream().collect(groupingBy(Line::id));
        this.chatLinesByUnit = lines.stream().filter(Line::chat).collect(groupingBy(Line::unit));
        this.branchesByParent =
                units.stream().filter(unit -> unit.parent() != null).collect(groupingBy(Unit::parent));
    }

    public long version() {
        return version;
    }

    public List<Unit> units() {
        return units;
    }

    public boolean knowsRegion(String region) {
        return units.stream().anyMatch(unit -> unit.region().equals(region));
    }

    /** The unit as it was that day, if it was in force. */
    public Optional<Unit> unit(String id, LocalDate day) {
        return unitsById.getOrDefault(id, List.of()).stream()
                .filter(unit -> unit.period().holds(day))
                .findFirst();
    }

    /** S-4: a unit with a parent takes the parent's type. */
    public UnitType typeOf(Unit unit, LocalDate day) {
        if (unit.parent() == null) {
            return unit.type();
        }
        return unit(unit.parent(), day).map(Unit::type).orElse(unit.type());
    }

    /** S-1: whether the unit is measured that day; one of another care level is in no figure. */
    public boolean measures(Unit unit, LocalDate day) {
        return typeOf(unit, day) != UnitType.ANNAN_VARDNIVA;
    }

    /** The provider as it was that day; a gap in its own periods falls back to its first entry, so that no figure is lost. */
    public Optional<Provider> provider(String id, LocalDate day) {
        List<Provider> entries = providersById.getOrDefault(id, List.of());
        return entries.stream()
                .filter(provider -> provider.period().holds(day))
                .findFirst()
                .or(() -> entries.stream().findFirst());
    }

    /**
     * The line that a provider's system meant that day. Two systems may use the same key, so the id alone does not say it.
     */
    public Optional<Line> line(String provider, String system, String id, LocalDate day) {
        return linesById.getOrDefault(id, List.of()).stream()
                .filter(line -> line.period().holds(day))
                .filter(line -> line.isSentBy(system))
                .filter(line -> unit(line.unit(), day)
                        .filter(unit -> unit.provider().equals(provider))
                        .isPresent())
                .findFirst();
    }

    /** S-5: whether the unit offers chat that day, itself or by a branch. */
    public boolean offersChat(String unit, LocalDate day) {
        return hasChatLine(unit, day)
                || branchesByParent.getOrDefault(unit, List.of()).stream()
                        .anyMatch(branch -> branch.period().holds(day) && hasChatLine(branch.id(), day));
    }

    private boolean hasChatLine(String unit, LocalDate day) {
        return chatLinesByUnit.getOrDefault(unit, List.of()).stream()
                .anyMatch(line -> line.period().holds(day));
    }
}
