package se.nollan.ingest.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.nollan.base.region.Region;
import se.nollan.ingest.register.RegisterDraft.Placed;

/** Reads a register document, already parsed from JSON, entry by entry; notes everything that is wrong in itself. */
final class DocumentReader {

    /** More entries than the whole country has, in bounds that one message can carry. */
    private static final Map<String, Integer> MOST = Map.of("providers", 5_000, "units", 10_000, "lines", 40_000);

    private static final int LONGEST_KEY = 64;

    /** What a version that was read carries beside its content; what was read can be sent again as it is. */
    private static final Set<String> STAMP = Set.of("version", "hash", "importedAt");

    private final List<RegisterFinding> findings;
    private final Set<String> brokenIds = new HashSet<>();
    private final Map<String, List<String>> shared = new LinkedHashMap<>();

    private DocumentReader(List<RegisterFinding> findings) {
        this.findings = findings;
    }

    /**
     * Reads the document; what is wrong is added to the findings, and the draft holds the rest.
     *
     * @param document maps, lists, text, numbers and flags
     */
    static RegisterDraft read(Map<?, ?> document, List<RegisterFinding> findings) {
        return new DocumentReader(findings).read(document);
    }

    private RegisterDraft read(Map<?, ?> document) {
        for (Object field : document.keySet()) {
            if (!MOST.containsKey(String.valueOf(field)) && !STAMP.contains(String.valueOf(field))) {
                findings.add(RegisterFinding.error(
                        String.valueOf(field),
                        "unknown-field",
                        "There is no such field here. A register has providers, units and lines."));
            }
        }
        var providers = entries(document, "providers", this::provider);
        var units = entries(document, "units", this::unit);
        var lines = entries(document, "lines", this::line);
        return new SharedLines(shared, brokenIds, findings)
                .in(new RegisterDraft(providers, units, lines, Set.copyOf(brokenIds)));
    }

    private <E extends RegisterEntry> List<Placed<E>> entries(
            Map<?, ?> document, String field, BiFunction<EntryReader, String, @Nullable E> reading) {
        List<Placed<E>> entries = new ArrayList<>();
        if (!(document.get(field) instanceof List<?> list)) {
            findings.add(
                    RegisterFinding.error(field, "missing", "The list " + field + " is missing. It must be there."));
            return entries;
        }
        if (list.size() > MOST.get(field)) {
            findings.add(RegisterFinding.error(
                    field,
                    "too-many",
                    "There are " + list.size() + " entries; at most " + MOST.get(field) + " may be."));
            return entries;
        }
        for (int i = 0; i < list.size(); i++) {
            String path = field + "[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> fields)) {
                findings.add(RegisterFinding.error(
                        path, "not-an-object", "The entry must be an object, in curly brackets."));
                continue;
            }
            EntryReader reader = new EntryReader(path, fields, findings);
            E entry = reading.apply(reader, path);
            reader.noOthers();
            if (entry != null && reader.isSound()) {
                entries.add(new Placed<>(entry, path));
            } else if (fields.get("id") instanceof String id) {
                brokenIds.add(id);
            }
        }
        return entries;
    }

    private @Nullable Provider provider(EntryReader in, String path) {
        String id = in.text("id", LONGEST_KEY, IdFormat.ORGANISATION);
        String name = in.text("name", 200);
        Provider.Form idFormat = in.word("form", Provider.Form.class);
        Period contract = in.period("contract");
        Period period = in.period();
        if (idFormat == Provider.Form.PUBLIC && contract != null) {
            findings.add(RegisterFinding.warning(
                    path + ".contract", "contract-of-public", "The region's own providers have no contract."));
        }
        return idFormat == null ? null : new Provider(id, name, idFormat, contract, period);
    }

    private @Nullable Unit unit(EntryReader in, String path) {
        String id = in.text("id", LONGEST_KEY, IdFormat.HSA_ID);
        String name = in.text("name", 200);
        String region = in.text("region", 2, IdFormat.REGION);
        isARegion(region, path);
        String provider = in.text("provider", LONGEST_KEY);
        Unit.Type type = in.word("type", Unit.Type.class);
        String parent = in.optionalText("parent", LONGEST_KEY, IdFormat.HSA_ID);
        List<String> aliases = in.texts("aliases", 20, LONGEST_KEY);
        Integer target = in.count("target", 1440);
        List<String> of = in.texts("shared", SharedLines.MOST, LONGEST_KEY);
        Period period = in.period();
        if (!of.isEmpty()) {
            shared.put(path, of);
        }
        return type == null ? null : new Unit(id, name, region, provider, type, parent, aliases, target, of, period);
    }

    private void isARegion(String code, String path) {
        if (code.matches("\\d{2}") && Region.ofCounty(code).isEmpty()) {
            findings.add(RegisterFinding.error(
                    path + ".region",
                    "not-a-region",
                    "No region has the county code " + code
                            + Region.ofSkr(code)
                                    .map(region -> ": it is SKR's Regionkod of " + region.title()
                                            + ", whose county code is " + region.county())
                                    .orElse("")
                            + "."));
        }
    }

    private @Nullable Line line(EntryReader in, String path) {
        String id = in.text("id", LONGEST_KEY, IdFormat.LINE);
        List<String> of = in.texts("shared", SharedLines.MOST, LONGEST_KEY);
        String unit = of.isEmpty() ? in.text("unit", LONGEST_KEY) : SharedLines.idOf(of);
        if (!of.isEmpty()) {
            shared.put(path, of);
            if (in.optionalText("unit", LONGEST_KEY) != null) {
                in.wrong(
                        "unit",
                        "unit-and-shared",
                        "A line belongs to one unit, or is shared by several. Leave one of the fields out.");
            }
        }
        Line.Kind kind = in.word("kind", Line.Kind.class);
        boolean underMain = in.flag("underMain");
        boolean automatic = in.flag("automatic");
        List<String> systems = lowerCase(in.textOrTexts("system", 100, LONGEST_KEY));
        List<String> keys = in.texts("keys", 100, LONGEST_KEY);
        Period period = in.period();
        return kind == null ? null : new Line(id, unit, kind, underMain, automatic, systems, keys, period);
    }

    /** A system's name is lower-case, so that one source has one name (the contact format, <i>Sources</i>). */
    private static List<String> lowerCase(List<String> systems) {
        return systems.stream().map(system -> system.toLowerCase(Locale.ROOT)).toList();
    }
}
