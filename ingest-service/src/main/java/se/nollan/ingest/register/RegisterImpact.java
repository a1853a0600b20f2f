package se.nollan.ingest.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which unit-days a change of the register would have evaluated again: those whose contacts would be another unit's, or be measured otherwise. */
final class RegisterImpact {
    private final Map<String, List<Placement>> before;
    private final Map<String, List<Placement>> after;

    RegisterImpact(RegisterContent before, RegisterContent after) {
        this.before = byLine(before.inForce());
        this.after = byLine(after.inForce());
    }

    /** A day of a line of which contacts stand. */
    record LineDay(String line, LocalDate day) {}

    /**
     * What would be evaluated again.
     *
     * @param unitDays how many days of units
     * @param units the units that they are of
     * @param from the first of the days, and {@code to} the last; null: there are none
     */
    public record ReEvaluated(
            long unitDays,
            List<String> units,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private static Map<String, List<Placement>> byLine(RegisterContent content) {
        var units = new HashMap<String, List<Unit>>();
        content.units().forEach(unit -> units.computeIfAbsent(unit.id(), any -> new ArrayList<>())
                .add(unit));
        var byLine = new HashMap<String, List<Placement>>();
        Register.placements(content.lines(), units)
                .forEach(placement -> byLine.computeIfAbsent(placement.line().id(), any -> new ArrayList<>())
                        .add(placement));
        return byLine;
    }

    /** Ids of the lines that are not what they were. */
    Set<String> lines() {
        var lines = new TreeSet<>(before.keySet());
        lines.addAll(after.keySet());
        lines.removeIf(line -> Objects.equals(before.get(line), after.get(line)));
        return lines;
    }

    /** @param standing days of those lines with contacts */
    ReEvaluated of(List<LineDay> standing) {
        record UnitDay(String unit, LocalDate day) {}
        var concerned = new TreeSet<UnitDay>(Comparator.comparing(UnitDay::day).thenComparing(UnitDay::unit));
        for (var one : standing) {
            var was = on(before, one);
            var is = on(after, one);
            if (!Objects.equals(measured(was), measured(is))) {
                for (var placement : new @Nullable Placement[] {was, is}) {
                    if (placement != null) {
                        var unit = placement.unit();
                        concerned.add(new UnitDay(unit.parent() == null ? unit.id() : unit.parent(), one.day));
                    }
                }
            }
        }
        var units = new TreeSet<String>();
        concerned.forEach(one -> units.add(one.unit));
        return new ReEvaluated(
                concerned.size(),
                List.copyOf(units),
                concerned.isEmpty() ? null : concerned.first().day,
                concerned.isEmpty() ? null : concerned.last().day);
    }

    private static @Nullable Placement on(Map<String, List<Placement>> placements, LineDay one) {
        return placements.getOrDefault(one.line, List.of()).stream()
                .filter(placement -> placement.period().contains(one.day))
                .findFirst()
                .orElse(null);
    }

    /** All that the measure asks of a line and its unit. */
    private static @Nullable List<Object> measured(@Nullable Placement placement) {
        if (placement == null) {
            return null;
        }
        var unit = placement.unit();
        return List.of(
                unit.id(),
                unit.provider(),
                unit.type(),
                String.valueOf(unit.parent()),
                placement.line().kind(),
                placement.line().underMain(),
                placement.line().automatic());
    }
}
