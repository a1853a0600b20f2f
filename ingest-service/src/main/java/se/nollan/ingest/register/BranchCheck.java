package se.nollan.ingest.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.nollan.ingest.register.RegisterDraft.Placed;

/** Checks branches against the units that they belong to: same provider, in force throughout, no parent itself (S-4). */
final class BranchCheck {

    private final Map<String, List<Placed<Unit>>> units;
    private final Set<String> brokenIds;
    private final List<RegisterFinding> findings;

    BranchCheck(Map<String, List<Placed<Unit>>> units, Set<String> brokenIds, List<RegisterFinding> findings) {
        this.units = units;
        this.brokenIds = brokenIds;
        this.findings = findings;
    }

    void check(List<Placed<Unit>> all) {
        for (Placed<Unit> placed : all) {
            String path = placed.path();
            String parent = placed.entry().parent();
            if (path != null && parent != null) {
                check(path + ".parent", placed.entry(), parent);
            }
        }
    }

    private void check(String path, Unit branch, String parent) {
        if (parent.equals(branch.id())) {
            findings.add(RegisterFinding.error(
                    path, "own-parent", "A unit cannot be its own parent. Take the field out, or name another unit."));
            return;
        }
        List<Placed<Unit>> entries = units.getOrDefault(parent, List.of());
        if (entries.isEmpty()) {
            if (!brokenIds.contains(parent)) {
                findings.add(RegisterFinding.error(
                        path,
                        "unknown-parent",
                        "No such unit in the document. Add it to units, or correct the HSA-id."));
            }
            return;
        }
        if (!RegisterCheck.covered(branch.period(), entries)) {
            findings.add(RegisterFinding.error(
                    path,
                    "parent-not-in-force",
                    "The parent is not in force on all days of the branch (" + branch.period()
                            + "). Correct the days of one, or split the branch's entry."));
        }
        entries.stream()
                .map(Placed::entry)
                .filter(entry -> entry.period().overlaps(branch.period()))
                .forEach(entry -> check(path, branch, entry));
    }

    private void check(String path, Unit branch, Unit parent) {
        if (parent.parent() != null) {
            findings.add(RegisterFinding.error(
                    path,
                    "parent-has-parent",
                    "The parent belongs to a unit itself. Name that unit here: there is one level only."));
        }
        if (!parent.provider().equals(branch.provider())) {
            findings.add(RegisterFinding.error(
                    path,
                    "parent-of-other-provider",
                    "The parent has another provider on some of the days. A branch belongs to its provider's unit."));
        }
        if (!parent.region().equals(branch.region())) {
            findings.add(RegisterFinding.error(
                    path, "parent-of-other-region", "The parent is in another region. A branch stays in its region."));
        }
        boolean oneIsAdvice = parent.type() == Unit.Type.ADVICE_1177 || branch.type() == Unit.Type.ADVICE_1177;
        if (oneIsAdvice && parent.type() != branch.type()) {
            findings.add(RegisterFinding.error(
                    path,
                    "mixes-1177",
                    "A branch is measured as its parent, and 1177 is shown on its own (S-2). Take the parent out."));
        }
    }
}
