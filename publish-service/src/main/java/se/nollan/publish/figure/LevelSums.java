package se.nollan.publish.figure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.register.Form;
import se.nollan.publish.register.Provider;
import se.nollan.publish.register.Register;
import se.nollan.publish.results.Channel;

/** Sums parts of units to every level of a statement. */
final class LevelSums {

    private final Scope scope;
    private final YearMonth month;
    private final Register register;
    private final Map<String, String> unitNames;
    private final List<Figure> figures = new ArrayList<>();

    LevelSums(Scope scope, YearMonth month, Register register, Map<String, String> unitNames) {
        this.scope = scope;
        this.month = month;
        this.register = register;
        this.unitNames = unitNames;
    }

    /** Figures in the order of their levels and ids, the channels of each together. */
    List<Figure> figures(Map<OwnedUnit, Map<Channel, ChannelSum>> sums) {
        List<OwnedUnit> measured =
                sums.keySet().stream().filter(part -> !part.apart()).toList();
        List<OwnedUnit> apart = sums.keySet().stream().filter(OwnedUnit::apart).toList();
        if (scope.nation()) {
            add(Level.NATION, measured, sums, part -> scope.region(), id -> "Riket");
        }
        add(Level.REGION, measured, sums, OwnedUnit::region, id -> "Region " + id);
        add(Level.FORM, measured, sums, part -> part.form().word(), id -> Form.of(id)
                .publicName());
        add(Level.PROVIDER, measured, sums, OwnedUnit::provider, this::providerName);
        add(Level.UNIT, measured, sums, OwnedUnit::unit, this::unitName);
        addPartsOfSplitUnits(measured, sums);
        add(Level.CARE_1177, apart, sums, OwnedUnit::unit, this::unitName);
        return figures;
    }

    private void add(
            Level level,
            Collection<OwnedUnit> parts,
            Map<OwnedUnit, Map<Channel, ChannelSum>> sums,
            Function<OwnedUnit, String> idOf,
            Function<String, String> nameOf) {
        Map<String, List<OwnedUnit>> groups = new TreeMap<>();
        parts.forEach(part -> groups.computeIfAbsent(idOf.apply(part), id -> new ArrayList<>())
                .add(part));
        groups.forEach((id, group) -> add(subject(level, id, nameOf.apply(id), group), group, sums));
    }

    /** A unit that changed owner stands whole at its own level, and in parts so that the owners' sums can be followed. */
    private void addPartsOfSplitUnits(Collection<OwnedUnit> parts, Map<OwnedUnit, Map<Channel, ChannelSum>> sums) {
        Map<String, List<OwnedUnit>> byUnit = new TreeMap<>();
        parts.forEach(part ->
                byUnit.computeIfAbsent(part.unit(), id -> new ArrayList<>()).add(part));
        byUnit.forEach((unit, group) -> {
            for (int i = 0; group.size() > 1 && i < group.size(); i++) {
                List<OwnedUnit> one = List.of(group.get(i));
                add(subject(Level.UNIT_PART, unit + '#' + (i + 1), unitName(unit), one), one, sums);
            }
        });
    }

    private void add(Subject subject, List<OwnedUnit> parts, Map<OwnedUnit, Map<Channel, ChannelSum>> sums) {
        ChannelSum.byChannel(parts.stream().map(sums::get).toList())
                .forEach((channel, sum) ->
                        figures.add(new Figure(subject, channel, sum.status(), sum.counts(), sum.effects())));
    }

    private static Subject subject(Level level, String id, String name, List<OwnedUnit> parts) {
        return new Subject(
                level,
                id,
                name,
                common(parts, OwnedUnit::region),
                common(parts, OwnedUnit::provider),
                common(parts, OwnedUnit::form));
    }

    private static <T> @Nullable T common(List<OwnedUnit> parts, Function<OwnedUnit, T> of) {
        T first = of.apply(parts.get(0));
        return parts.stream().allMatch(part -> Objects.equals(first, of.apply(part))) ? first : null;
    }

    private String unitName(String id) {
        return unitNames.getOrDefault(id, id);
    }

    private String providerName(String id) {
        return register.provider(id, month.atEndOfMonth()).map(Provider::name).orElse(id);
    }
}
