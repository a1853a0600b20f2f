package se.nollan.rules.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.base.security.Caller;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.ruleset.RuleSetJson;

/** Why a month's figure is what it is, over HTTP. */
@Path("/units/{unit}/months/{month}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explanations")
public class UnitMonthResource {

    private final UnitDaysReader reader;
    private final Evaluator evaluator;
    private final PublicHolidays calendar;
    private final RuleSetJson json;

    UnitMonthResource(UnitDaysReader reader, Evaluator evaluator, PublicHolidays calendar, RuleSetJson json) {
        this.reader = reader;
        this.evaluator = evaluator;
        this.calendar = calendar;
        this.json = json;
    }

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "A unit's month, taken apart",
            description =
                    "Phone, chat and total: the counts, the formula with its numbers filled in, the counts by rule, and the"
                            + " days, each with the way to its contacts. Made again from the contacts when asked, and held against the"
                            + " results that stand. A provider that has the unit for a part of the month sees that part.")
    public Uni<MonthExplanation> explain(
            @Parameter(description = "the HSA-id of a measured unit", example = "SE2321000214-E000000000001") @RestPath
                    String unit,
            @Parameter(description = "a month", example = "2026-10") @RestPath String month,
            @Parameter(description = "another edition than the month's own", example = "1.9") @RestQuery @Nullable String edition) {
        return reader.answer(unit, UnitDays.of(Parameters.month("month", month)), edition, days -> new UnitMonth(
                        days, days.judge(evaluator), calendar)
                .explained(provenance(days)));
    }

    private MonthExplanation.Provenance provenance(UnitDays days) {
        return new MonthExplanation.Provenance(
                json.of(days.ruleSet(), days.days()), days.register().version(), SliceDigest.of(days.slices()));
    }
}
