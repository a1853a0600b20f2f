package se.nollan.ingest.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.nollan.ingest.register.RegisterDraft.Placed;

/**
 * Puts some regions' register into the whole one: their units, the lines of these and the providers that only they use
 * are replaced, what belongs to other regions stays.
 *
 * @param content the whole register after the import; without meaning when there is an error
 * @param findings everything that was found in the document
 */
public record RegionalMerge(RegisterContent content, List<RegisterFinding> findings) {

    public boolean isSound() {
        return findings.stream().noneMatch(RegisterFinding::isError);
    }

    /**
     * Reads, checks and merges.
     *
     * @param standing the whole register as it stands
     * @param regions county codes that the coordinator is bound to
     * @param document the document, parsed from JSON
     */
    public static RegionalMerge of(RegisterContent standing, Set<String> regions, Map<?, ?> document) {
        List<RegisterFinding> findings = new ArrayList<>();
        RegisterDraft registerDraft = DocumentReader.read(document, findings);
        staysAtHome(registerDraft, regions, findings);
        Others others = Others.of(standing, regions);
        linesStayAtHome(registerDraft, others, findings);
        sharedProvidersStay(registerDraft, others, findings);
        RegisterDraft whole = others.with(registerDraft);
        RegisterCheck.check(whole, findings);
        RegisterContent content = withoutIdleProviders(whole, findings);
        return new RegionalMerge(content, findings);
    }

    private static void staysAtHome(RegisterDraft registerDraft, Set<String> regions, List<RegisterFinding> findings) {
        if (registerDraft.units().isEmpty() && registerDraft.brokenIds().isEmpty()) {
            findings.add(RegisterFinding.error(
                    "units", "empty", "There are no units, which would empty the register. Send the whole register."));
        }
        for (Placed<Unit> unit : registerDraft.units()) {
            if (!regions.contains(unit.entry().region())) {
                findings.add(RegisterFinding.error(
                        unit.path() + ".region",
                        "foreign-region",
                        "Not a region that you coordinate. Take the unit out; its own coordinator keeps it."));
            }
        }
    }

    private static void linesStayAtHome(RegisterDraft registerDraft, Others others, List<RegisterFinding> findings) {
        Set<String> foreign = others.content().units().stream().map(Unit::id).collect(Collectors.toSet());
        for (Placed<Line> line : registerDraft.lines()) {
            if (foreign.contains(line.entry().unit())) {
                findings.add(RegisterFinding.error(
                        line.path() + ".unit",
                        "foreign-unit",
                        "The unit belongs to another region. Take the line out; that region's coordinator keeps it."));
            }
        }
    }

    private static void sharedProvidersStay(
            RegisterDraft registerDraft, Others others, List<RegisterFinding> findings) {
        Map<String, List<Placed<Provider>>> written = registerDraft.providers().stream()
                .collect(Collectors.groupingBy(it -> it.entry().id()));
        for (Unit unit : others.content().units()) {
            List<Placed<Provider>> entries = written.getOrDefault(unit.provider(), List.of());
            if (!entries.isEmpty() && !RegisterCheck.covered(unit.period(), entries)) {
                findings.add(RegisterFinding.error(
                        entries.get(0).path() + ".id",
                        "shared-provider",
                        "Another region's unit has this provider on days on which it would not be in force any more"
                                + " (" + unit.period() + "). Let its periods cover them."));
            }
        }
        for (Placed<Provider> placed : registerDraft.providers()) {
            Provider now = placed.entry();
            for (Provider before : others.content().providers()) {
                if (before.id().equals(now.id())
                        && before.period().overlaps(now.period())
                        && before.form() != now.form()) {
                    findings.add(RegisterFinding.error(
                            placed.path() + ".form",
                            "shared-provider",
                            "Another region uses this provider as "
                                    + before.form().word() + ". Its form cannot be changed from one region."));
                }
            }
        }
    }

    private static RegisterContent withoutIdleProviders(RegisterDraft whole, List<RegisterFinding> findings) {
        Set<String> used =
                whole.units().stream().map(it -> it.entry().provider()).collect(Collectors.toSet());
        List<Placed<Provider>> kept = new ArrayList<>();
        for (Placed<Provider> provider : whole.providers()) {
            if (used.contains(provider.entry().id())) {
                kept.add(provider);
            } else if (provider.path() != null && whole.brokenIds().isEmpty()) {
                findings.add(RegisterFinding.warning(
                        provider.path(),
                        "idle-provider",
                        "No unit has this provider; it is left out of the register."));
            }
        }
        return new RegisterDraft(kept, whole.units(), whole.lines(), whole.brokenIds()).content();
    }

    /** What belongs to other regions. */
    private record Others(RegisterContent content) {

        static Others of(RegisterContent standing, Set<String> regions) {
            Set<String> others = standing.units().stream()
                    .map(Unit::region)
                    .filter(region -> !regions.contains(region))
                    .collect(Collectors.toSet());
            return new Others(standing.ofRegions(others));
        }

        /** The document beside what stays; a provider that both have is taken as the document says. */
        RegisterDraft with(RegisterDraft registerDraft) {
            Set<String> ids = registerDraft.providers().stream()
                    .map(it -> it.entry().id())
                    .collect(Collectors.toSet());
            return new RegisterDraft(
                    beside(
                            content.providers().stream().filter(it -> !ids.contains(it.id())),
                            registerDraft.providers()),
                    beside(content.units().stream(), registerDraft.units()),
                    beside(content.lines().stream(), registerDraft.lines()),
                    registerDraft.brokenIds());
        }

        private static <E extends RegisterEntry> List<Placed<E>> beside(Stream<E> standing, List<Placed<E>> written) {
            return Stream.concat(standing.map(entry -> new Placed<>(entry, null)), written.stream())
                    .toList();
        }
    }
}
