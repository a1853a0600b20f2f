package se.nollan.rules.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules need of a version of the register: which unit a line belongs to on a day, and what is measured. Immutable. */
public final class Register {

    /** A period of days, both included; null is open. */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
        public static final Period ALWAYS = new Period(null, null);

        public boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** The kind of care (S-1, S-2). */
    public enum UnitType {
        VARDCENTRAL("vardcentral"),
        REHAB("rehab"),
        JOURCENTRAL("jourcentral"),
        NARAKUT("narakut"),
        FORSTA_LINJEN("forsta-linjen"),
        OVRIG_PRIMARVARD("ovrig-primarvard"),
        SJUKVARDSRADGIVNING_1177("1177"),
        ANNAN_VARDNIVA("annan-vardniva");

        private final String word;

        UnitType(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What kind of number or entrance a line is (S-3). */
    public enum LineKind {
        MAIN,
        MENU,
        DIRECT,
        CHAT
    }

    /** A primary care unit or another; {@code parent} is the unit that a branch belongs to (S-4). */
    public record Unit(
            String id,
            String region,
            String provider,
            UnitType type,
            @Nullable String parent,
            Period period) {

        /** S-1: whether it is measured at all. */
        boolean isPrimaryCare() {
            return type != UnitType.ANNAN_VARDNIVA;
        }
    }

    /** A number or an entrance of a unit. */
    public record Line(String id, String unit, LineKind kind, boolean underMain, boolean automatic, Period period) {

        /** S-3: a direct number counts under the main number only, and every phone line needs an automatic system with callback. */
        boolean measured() {
            return kind == LineKind.CHAT || automatic && (kind != LineKind.DIRECT || underMain);
        }
    }

    private final Map<String, List<Unit>> units = new HashMap<>();
    private final Map<String, List<Line>> lines = new HashMap<>();

    public Register(Collection<Unit> units, Collection<Line> lines) {
        units.forEach(unit ->
                this.units.computeIfAbsent(unit.id(), id -> new ArrayList<>(1)).add(unit));
        lines.forEach(line ->
                this.lines.computeIfAbsent(line.id(), id -> new ArrayList<>(1)).add(line));
    }

    /** The line of that id in force on that day, or null. It is in force when it and its unit are. */
    public @Nullable Line line(String id, LocalDate day) {
        for (Line line : lines.getOrDefault(id, List.of())) {
            if (line.period().holds(day) && unit(line.unit(), day) != null) {
                return line;
            }
        }
        return null;
    }

    /** The unit of that id in force on that day, or null. */
    public @Nullable Unit unit(String id, LocalDate day) {
        for (Unit unit : units.getOrDefault(id, List.of())) {
            if (unit.period().holds(day)) {
                return unit;
            }
        }
        return null;
    }

    /** The unit at the top of a unit's family: its parent on that day, or itself; the id itself where it is not in force. */
    public String root(String id, LocalDate day) {
        Unit unit = unit(id, day);
        return unit == null || unit.parent() == null ? id : unit.parent();
    }
}
