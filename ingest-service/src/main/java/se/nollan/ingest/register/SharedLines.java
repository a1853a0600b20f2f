package se.nollan.ingest.register;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.nollan.base.text.Sha256;
import se.nollan.ingest.register.RegisterDraft.Placed;

/**
 * Lines of several units whose calls cannot be told apart. Their contacts are counted at the lowest level that all the units have in common,
 * never given to one by guess: at the unit that they are branches of (S-4), or else beside the units of their provider, under an entry of their
 * own, which counts for provider and region as a unit does.
 */
final class SharedLines {
    /** Most units that share a line. */
    static final int MOST = 50;

    private static final int OWNER = 12;
    private static final int LONGEST_NAME = 200;

    private final Map<String, List<String>> shared;
    private final Set<String> brokenIds;
    private final List<RegisterFinding> findings;
    private final Map<String, String> heads = new HashMap<>();
    private final Set<String> made = new HashSet<>();

    /** @param shared the units that share, by the place in the document where that is said */
    SharedLines(Map<String, List<String>> shared, Set<String> brokenIds, List<RegisterFinding> findings) {
        this.shared = shared;
        this.brokenIds = brokenIds;
        this.findings = findings;
    }

    /** The id of what units share; the same for the same units in any order, and in the form of an HSA-id of the first one's owner. */
    static String idOf(Collection<String> units) {
        var sorted = new TreeSet<>(units);
        var first = sorted.first();
        return (first.length() < OWNER ? first : first.substring(0, OWNER)) + "-SHARED"
                + Sha256.hex(String.join(" ", sorted)).substring(0, 12).toUpperCase(Locale.ROOT);
    }

    /** The draft with an entry for what is shared, and without those that nothing is any more. */
    RegisterDraft in(RegisterDraft draft) {
        var units = new ArrayList<>(draft.units());
        var byId = draft.units().stream().map(Placed::entry).collect(groupingBy(Unit::id));
        shared.forEach((path, of) -> entry(path, new TreeSet<>(of), byId).ifPresent(unit -> {
            if (made.add(unit.id()) && !byId.containsKey(unit.id())) {
                units.add(new Placed<>(unit, path));
            }
        }));
        var lines = draft.lines().stream().map(this::atItsHead).toList();
        var used = lines.stream().map(line -> line.entry().unit()).collect(toSet());
        units.removeIf(unit ->
                !unit.entry().shared().isEmpty() && !used.contains(unit.entry().id()));
        return new RegisterDraft(draft.providers(), units, lines, draft.brokenIds());
    }

    private Placed<Line> atItsHead(Placed<Line> placed) {
        var head = heads.get(placed.entry().unit());
        return head == null ? placed : new Placed<>(placed.entry().at(head), placed.path());
    }

    /** Empty: it is wrong, which has been told, or the units have one that they are branches of. */
    private Optional<Unit> entry(String path, Set<String> of, Map<String, List<Unit>> byId) {
        if (of.size() < 2) {
            return wrong(path, "one-unit", "A line is shared by two units or more. Of one, say unit.");
        }
        if (of.stream().anyMatch(brokenIds::contains)) {
            return Optional.empty();
        }
        var unknown = of.stream().filter(id -> !byId.containsKey(id)).collect(joining(", "));
        if (!unknown.isEmpty()) {
            return wrong(
                    path,
                    "unknown-unit",
                    "No such unit in the document: " + unknown + ". Add it to units, or correct the HSA-id.");
        }
        var entries = of.stream().flatMap(id -> byId.get(id).stream()).toList();
        if (entries.stream().anyMatch(unit -> !unit.shared().isEmpty())) {
            return wrong(path, "shared-twice", "What is shared cannot share. Name the units themselves.");
        }
        var heads = entries.stream()
                .map(unit -> unit.parent() == null ? unit.id() : unit.parent())
                .collect(toSet());
        var id = idOf(of);
        if (heads.size() == 1) {
            this.heads.put(id, heads.iterator().next());
            return Optional.empty();
        }
        if (entries.stream().map(Unit::provider).distinct().count() > 1
                || entries.stream().map(Unit::region).distinct().count() > 1
                || entries.stream().map(Unit::type).distinct().count() > 1) {
            return wrong(
                    path,
                    "shared-apart",
                    "Units that share a line have one provider, one region and one type: its contacts are counted with theirs."
                            + " Whose they are must be told apart here.");
        }
        var period = common(of, byId);
        if (period == null) {
            return wrong(
                    path,
                    "never-in-force",
                    "The units have no day in common, so the line never counts. Correct their days.");
        }
        var first = entries.get(0);
        var names = of.stream().map(unit -> byId.get(unit).get(0).name()).collect(joining(", ", "Gemensamt: ", ""));
        return Optional.of(new Unit(
                id,
                names.length() > LONGEST_NAME ? names.substring(0, LONGEST_NAME - 1) + "…" : names,
                first.region(),
                first.provider(),
                first.type(),
                null,
                List.of(),
                null,
                List.copyOf(of),
                period));
    }

    /** The days on which all of them are in force, by their first days and last; null: there are none. */
    private static @Nullable Period common(Set<String> of, Map<String, List<Unit>> byId) {
        var common = Optional.of(Period.ALWAYS);
        for (var id : of) {
            var from = byId.get(id).stream().map(unit -> unit.period().first()).min(LocalDate::compareTo);
            var to = byId.get(id).stream().map(unit -> unit.period().last()).max(LocalDate::compareTo);
            var hull = Period.between(from.orElseThrow(), to.orElseThrow());
            common = common.flatMap(hull::intersection);
        }
        return common.orElse(null);
    }

    private Optional<Unit> wrong(String path, String code, String message) {
        findings.add(RegisterFinding.error(path + ".shared", code, message));
        return Optional.empty();
    }
}
