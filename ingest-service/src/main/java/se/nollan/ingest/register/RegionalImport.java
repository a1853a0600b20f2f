package se.nollan.ingest.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.nollan.ingest.register.Draft.Placed;

/**
 * Puts some regions' register into the whole one: their units, the lines of these and the providers that only they use
 * are replaced, what belongs to other regions stays.
 *
 * @param content the whole register after the import; without meaning when there is an error
 * @param findings everything that was found in the document
 */
public record RegionalImport(Content content, List<Finding> findings) {

    public boolean isSound() {
        return findings.stream().noneMatch(Finding::isError);
    }

    /**
     * Reads, checks and merges.
     *
     * @param standing the whole register as it stands
     * @param regions county codes that the coordinator is bound to
     * @param document the document, parsed from JSON
     */
    public static RegionalImport of(Content standing, Set<String> regions, Map<?, ?> document) {
        List<Finding> findings = new ArrayList<>();
        Draft draft = DocumentReader.read(document, findings);
        staysAtHome(draft, regions, findings);
        Others others = Others.of(standing, regions);
        linesStayAtHome(draft, others, findings);
        sharedProvidersStay(draft, others, findings);
        Draft whole = others.with(draft);
        RegisterCheck.check(whole, findings);
        Content content = withoutIdleProviders(whole, findings);
        return new RegionalImport(content, findings);
    }

    private static void staysAtHome(Draft draft, Set<String> regions, List<Finding> findings) {
        if (draft.units().isEmpty() && draft.brokenIds().isEmpty()) {
            findings.add(Finding.error(
                    "units", "empty", "There are no units, which would empty the register. Send the whole register."));
        }
        for (Placed<Unit> unit : draft.units()) {
            if (!regions.contains(unit.entry().region())) {
                findings.add(Finding.error(
                        unit.path() + ".region",
                        "foreign-region",
                        "Not a region that you coordinate. Take the unit out; its own coordinator keeps it."));
            }
        }
    }

    private static void linesStayAtHome(Draft draft, Others others, List<Finding> findings) {
        Set<String> foreign = others.content().units().stream().map(Unit::id).collect(Collectors.toSet());
        for (Placed<Line> line : draft.lines()) {
            if (foreign.contains(line.entry().unit())) {
                findings.add(Finding.error(
                        line.path() + ".unit",
                        "foreign-unit",
                        "The unit belongs to another region. Take the line out; that region's coordinator keeps it."));
            }
        }
    }

    private static void sharedProvidersStay(Draft draft, Others others, List<Finding> findings) {
        Map<String, List<Placed<Provider>>> written = draft.providers().stream()
                .collect(Collectors.groupingBy(it -> it.entry().id()));
        for (Unit unit : others.content().units()) {
            List<Placed<Provider>> entries = written.getOrDefault(unit.provider(), List.of());
            if (!entries.isEmpty() && !RegisterCheck.covered(unit.period(), entries)) {
                findings.add(Finding.error(
                        entries.get(0).path() + ".id",
                        "shared-provider",
                        "Another region's unit has this provider on days on which it would not be in force any more"
                                + " (" + unit.period() + "). Let its periods cover them."));
            }
        }
        for (Placed<Provider> placed : draft.providers()) {
            Provider now = placed.entry();
            for (Provider before : others.content().providers()) {
                if (before.id().equals(now.id())
                        && before.period().overlaps(now.period())
                        && before.form() != now.form()) {
                    findings.add(Finding.error(
                            placed.path() + ".form",
                            "shared-provider",
                            "Another region uses this provider as "
                                    + before.form().word() + ". Its form cannot be changed from one region."));
                }
            }
        }
    }

    private static Content withoutIdleProviders(Draft whole, List<Finding> findings) {
        Set<String> used =
                whole.units().stream().map(it -> it.entry().provider()).collect(Collectors.toSet());
        List<Placed<Provider>> kept = new ArrayList<>();
        for (Placed<Provider> provider : whole.providers()) {
            if (used.contains(provider.entry().id())) {
                kept.add(provider);
            } else if (provider.path() != null && whole.brokenIds().isEmpty()) {
                findings.add(Finding.warning(
                        provider.path(),
                        "idle-provider",
                        "No unit has this provider; it is left out of the register."));
            }
        }
        return new Draft(kept, whole.units(), whole.lines(), whole.brokenIds()).content();
    }

    /** What belongs to other regions. */
    private record Others(Content content) {

        static Others of(Content standing, Set<String> regions) {
            Set<String> others = standing.units().stream()
                    .map(Unit::region)
                    .filter(region -> !regions.contains(region))
                    .collect(Collectors.toSet());
            return new Others(standing.ofRegions(others));
        }

        /** The document beside what stays; a provider that both have is taken as the document says. */
        Draft with(Draft draft) {
            Set<String> ids =
                    draft.providers().stream().map(it -> it.entry().id()).collect(Collectors.toSet());
            return new Draft(
                    beside(content.providers().stream().filter(it -> !ids.contains(it.id())), draft.providers()),
                    beside(content.units().stream(), draft.units()),
                    beside(content.lines().stream(), draft.lines()),
                    draft.brokenIds());
        }

        private static <E extends Entry> List<Placed<E>> beside(Stream<E> standing, List<Placed<E>> written) {
            return Stream.concat(standing.map(entry -> new Placed<>(entry, null)), written.stream())
                    .toList();
        }
    }
}
