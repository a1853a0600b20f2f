package se.nollan.ingest.register;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Precondition;
import se.nollan.base.http.Problems;
import se.nollan.ingest.register.RegisterImport.Outcome;

/** What a coordinator is told of an import. */
@RegisterForReflection(
        targets = {
            RegisterAnswer.Imported.class,
            RegisterAnswer.CheckedView.class,
            RegisterChanges.class,
            RegisterImpact.ReEvaluated.class,
            RegisterChanges.Kind.class
        })
final class RegisterAnswer {

    /** The answer names that many findings and counts the rest. */
    private static final int MOST_FINDINGS = 500;

    private RegisterAnswer() {}

    /** The answer to an import. */
    public record Imported(
            long version, String hash, Instant importedAt, boolean changed, List<FindingView> warnings) {}

    /**
     * The answer to a dry run.
     *
     * @param changes of the coordinator's own regions
     * @param reEvaluates the days of units whose figures would be made anew
     * @param dropsManyUnits more than a tenth of the units would go: the import wants accept=fewer-units
     */
    public record CheckedView(
            RegisterChanges changes,
            boolean dropsManyUnits,
            RegisterImpact.@Nullable ReEvaluated reEvaluates,
            List<FindingView> warnings) {}

    /** A finding as it is shown. */
    @RegisterForReflection
    public record FindingView(String path, String code, String severity, String message) {
        static FindingView of(RegisterFinding registerFinding) {
            return new FindingView(
                    registerFinding.path(),
                    registerFinding.code(),
                    registerFinding.isError() ? "error" : "warning",
                    registerFinding.message());
        }
    }

    static Response of(Outcome outcome) {
        if (outcome instanceof Outcome.Stands stands) {
            return Response.ok(new Imported(
                            stands.version(),
                            stands.hash(),
                            stands.importedAt(),
                            stands.changed(),
                            shown(stands.warnings())))
                    .tag(new EntityTag(stands.tag()))
                    .build();
        } else if (outcome instanceof Outcome.Checked checked) {
            return Response.ok(new CheckedView(
                            checked.changes(), checked.dropsMany(), checked.reEvaluated(), shown(checked.warnings())))
                    .build();
        }
        throw problem(outcome);
    }

    private static HttpProblem problem(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused(refused.findings());
        } else if (outcome instanceof Outcome.Unmatched) {
            return Precondition.missing("register");
        } else if (outcome instanceof Outcome.Overtaken) {
            return Precondition.failed("register");
        } else if (outcome instanceof Outcome.DropsMany many) {
            return Problems.problem(
                            409,
                            "fewer-units",
                            "Many units would go",
                            many.removed() + " of " + many.standing()
                                    + " units would stand no longer. Send the whole register; or, if it is meant, say"
                                    + " accept=fewer-units. Nothing was changed.")
                    .build();
        }
        return notJson();
    }

    static HttpProblem notJson() {
        return Problems.badRequest(
                "not-json",
                "The body is not a JSON object in UTF-8, or names a field twice. Check it with a JSON tool.");
    }

    private static HttpProblem refused(List<RegisterFinding> findings) {
        return Problems.problem(
                        422,
                        "register-refused",
                        "The register was not taken in",
                        "Nothing was changed. Correct what the findings of severity error say and send it again.")
                .with("findings", shown(findings))
                .with("findingsTotal", findings.size())
                .build();
    }

    private static List<FindingView> shown(List<RegisterFinding> findings) {
        return findings.stream()
                .sorted((a, b) -> Boolean.compare(b.isError(), a.isError()))
                .limit(MOST_FINDINGS)
                .map(FindingView::of)
                .toList();
    }
}
