package se.nollan.ingest.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.register.RegisterDraft.Placed;

/** Checks what the entries of a register say of each other (contact-format, "The register"). */
final class RegisterCheck {

    private final RegisterDraft registerDraft;
    private final List<RegisterFinding> findings;
    private final Map<String, List<Placed<Provider>>> providers;
    private final Map<String, List<Placed<Unit>>> units;

    private RegisterCheck(RegisterDraft registerDraft, List<RegisterFinding> findings) {
        this.registerDraft = registerDraft;
        this.findings = findings;
        this.providers = byId(registerDraft.providers());
        this.units = byId(registerDraft.units());
    }

    /** Adds everything that is wrong; only entries that have a place in the document are blamed. */
    static void check(RegisterDraft registerDraft, List<RegisterFinding> findings) {
        RegisterCheck check = new RegisterCheck(registerDraft, findings);
        check.idsStandOnceADay("provider", check.providers);
        check.idsStandOnceADay("unit", check.units);
        check.idsStandOnceADay("line", byId(registerDraft.lines()));
        registerDraft.units().forEach(check::unitHasItsProvider);
        registerDraft.units().forEach(check::unitStaysInItsRegion);
        new BranchCheck(check.units, registerDraft.brokenIds(), findings).check(registerDraft.units());
        registerDraft.lines().forEach(check::lineHasItsUnit);
        check.namesMeanOneLine();
    }

    private static <E extends RegisterEntry> Map<String, List<Placed<E>>> byId(List<Placed<E>> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(it -> it.entry().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private void error(@Nullable String path, String field, String code, String message) {
        if (path != null) {
            findings.add(RegisterFinding.error(path + field, code, message));
        }
    }

    private void warning(@Nullable String path, String field, String code, String message) {
        if (path != null) {
            findings.add(RegisterFinding.warning(path + field, code, message));
        }
    }

    private <E extends RegisterEntry> void idsStandOnceADay(String what, Map<String, List<Placed<E>>> entries) {
        entries.values().forEach(same -> Overlaps.in(same, it -> it.entry().period())
                .forEach(clash -> clashes(
                        clash,
                        ".id",
                        "id-overlaps",
                        (path, other) -> "The " + what + " stands " + other
                                + " too, on some of the same days. Let the periods not overlap, or take one out.")));
    }

    private <E extends RegisterEntry> void clashes(
            Overlaps.Clash<Placed<E>> clash, String field, String code, BinaryOperator<String> say) {
        Placed<E> blamed = clash.one().path() == null ? clash.other() : clash.one();
        Placed<E> other = blamed == clash.one() ? clash.other() : clash.one();
        String path = blamed.path();
        if (path != null) {
            findings.add(RegisterFinding.error(path + field, code, say.apply(path, place(other.path()))));
        }
    }

    private static String place(@Nullable String path) {
        return path == null ? "in another region" : "at " + path;
    }

    private void unitHasItsProvider(Placed<Unit> placed) {
        Unit unit = placed.entry();
        List<Placed<Provider>> entries = providers.getOrDefault(unit.provider(), List.of());
        if (entries.isEmpty()) {
            if (!registerDraft.brokenIds().contains(unit.provider())) {
                error(
                        placed.path(),
                        ".provider",
                        "unknown-provider",
                        "No such provider in the register. Add it to providers, or correct the number.");
            }
            return;
        }
        if (!covered(unit.period(), entries)) {
            error(
                    placed.path(),
                    ".provider",
                    "provider-not-in-force",
                    "The provider is not in force on all days of the unit (" + unit.period()
                            + "). Correct the days of one.");
        }
        for (Placed<Provider> provider : entries) {
            Period contract = provider.entry().contract();
            if (contract != null && goesBeyond(unit.period(), contract)) {
                warning(
                        placed.path(),
                        ".provider",
                        "outside-contract",
                        "The unit has days outside the provider's contract (" + contract + ").");
            }
        }
    }

    /** Only a day that is written down can lie outside: an open end follows the other. */
    private static boolean goesBeyond(Period inner, Period outer) {
        return (inner.from() != null && inner.from().isBefore(outer.first()))
                || (inner.to() != null && inner.to().isAfter(outer.last()))
                || !inner.overlaps(outer);
    }

    static <E extends RegisterEntry> boolean covered(Period period, List<Placed<E>> entries) {
        List<Period> pieces = entries.stream().map(it -> it.entry().period()).toList();
        return Coverage.of(period, pieces);
    }

    private void unitStaysInItsRegion(Placed<Unit> placed) {
        units.get(placed.entry().id()).stream()
                .filter(other -> !other.entry().region().equals(placed.entry().region()))
                .findFirst()
                .ifPresent(other -> error(
                        placed.path(),
                        ".region",
                        "other-region",
                        "The unit stands " + place(other.path())
                                + " with another region. A unit stays in its region."));
    }

    private void lineHasItsUnit(Placed<Line> placed) {
        Line line = placed.entry();
        List<Placed<Unit>> entries = units.getOrDefault(line.unit(), List.of());
        if (entries.isEmpty()) {
            if (!registerDraft.brokenIds().contains(line.unit())) {
                error(
                        placed.path(),
                        ".unit",
                        "unknown-unit",
                        "No such unit in the document. Add it to units, or correct the HSA-id.");
            }
            return;
        }
        List<Period> periods = entries.stream().map(it -> it.entry().period()).toList();
        if (periods.stream().noneMatch(line.period()::overlaps)) {
            error(
                    placed.path(),
                    ".unit",
                    "never-in-force",
                    "The line and its unit have no day in common, so the line never counts. Correct the days of one.");
        } else if (writtenDays(line.period()).stream()
                .anyMatch(day -> periods.stream().noneMatch(period -> period.contains(day)))) {
            warning(
                    placed.path(),
                    "",
                    "outside-unit",
                    "The line begins or ends on a day on which its unit is not in force; it counts only while both are.");
        }
    }

    private static List<LocalDate> writtenDays(Period period) {
        List<LocalDate> days = new ArrayList<>();
        if (period.from() != null) {
            days.add(period.from());
        }
        if (period.to() != null) {
            days.add(period.to());
        }
        return days;
    }

    /** What a system calls a line must mean one line of the provider at a time. */
    private void namesMeanOneLine() {
        record Name(String provider, String name) {}
        Map<Line, @Nullable String> paths = new IdentityHashMap<>();
        registerDraft.lines().forEach(it -> paths.put(it.entry(), it.path()));
        Map<String, List<Unit>> plainUnits =
                registerDraft.units().stream().map(Placed::entry).collect(Collectors.groupingBy(Unit::id));
        List<Line> lines = registerDraft.lines().stream().map(Placed::entry).toList();
        Map<Name, List<Placement>> byName = new LinkedHashMap<>();
        for (Placement placement : Register.placements(lines, plainUnits)) {
            for (String name : placement.line().names()) {
                byName.computeIfAbsent(new Name(placement.provider(), name), it -> new ArrayList<>())
                        .add(placement);
            }
        }
        byName.forEach((name, placements) -> sameName(name.name(), placements, paths));
    }

    private void sameName(String name, List<Placement> placements, Map<Line, @Nullable String> paths) {
        Set<String> systems =
                placements.stream().flatMap(it -> it.line().systems().stream()).collect(Collectors.toSet());
        Set<Line> told = new HashSet<>();
        for (String system : systems.isEmpty() ? Set.of("") : systems) {
            List<Placement> sent =
                    placements.stream().filter(it -> it.line().isSentBy(system)).toList();
            for (Overlaps.Clash<Placement> clash : Overlaps.in(sent, Placement::period)) {
                Line one = clash.one().line();
                Line other = clash.other().line();
                // The same id twice on a day is told as that already.
                if (!one.id().equals(other.id()) && told.add(one)) {
                    boolean blameOne = paths.get(one) != null;
                    error(
                            paths.get(blameOne ? one : other),
                            ".keys",
                            "key-taken",
                            "\"" + name + "\" means the line " + place(paths.get(blameOne ? other : one))
                                    + " too, for the same system on some of the same days. Let it mean one line.");
                }
            }
        }
    }
}
