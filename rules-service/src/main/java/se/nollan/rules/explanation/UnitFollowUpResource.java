package se.nollan.rules.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.base.security.Caller;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.followup.OwnRulesRepository;
import se.nollan.rules.followup.OwnRulesVersion;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Register;
import se.nollan.rules.ruleset.RuleSetJson;

/** A unit's month as its region follows it up, over HTTP. */
@Path("/units/{unit}/months/{month}/follow-up")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "follow-up")
public class UnitFollowUpResource {

    private final UnitDaysReader reader;
    private final OwnRulesRepository ownRules;
    private final Evaluator evaluator;
    private final PublicHolidays calendar;
    private final RuleSetJson json;

    UnitFollowUpResource(
            UnitDaysReader reader,
            OwnRulesRepository ownRules,
            Evaluator evaluator,
            PublicHolidays calendar,
            RuleSetJson json) {
        this.reader = reader;
        this.ownRules = ownRules;
        this.evaluator = evaluator;
        this.calendar = calendar;
        this.json = json;
    }

    private record WithOwnRules(UnitDays days, OwnRulesVersion own) {}

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "A unit's month by its region's own rules",
            description =
                    "The newest version of the region's rules, or the one asked for, beside the national figure: share,"
                            + " formula, callbacks within the region's target, days. Always named `regional`; never a result, never sent.")
    public Uni<FollowUpExplanation> followUp(
            @Parameter(description = "the HSA-id of a measured unit", example = "SE2321000214-E000000000001") @RestPath
                    String unit,
            @Parameter(description = "a month", example = "2026-10") @RestPath String month,
            @Parameter(description = "which version of the region's rules", example = "1") @RestQuery @Nullable Long version) {
        return reader.answer(
                unit,
                UnitDays.of(Parameters.month("month", month)),
                null,
                (session, days) -> withOwnRules(session, days, version),
                read -> new UnitFollowUp(read.days, read.days.judge(evaluator), read.own, calendar)
                        .explained(json.of(read.days.ruleSet(), read.days.days())));
    }

    private Uni<WithOwnRules> withOwnRules(Session session, UnitDays days, @Nullable Long version) {
        Register.Unit unit = Objects.requireNonNull(
                days.register().register().unit(days.unit(), days.days().get(0)));
        return ownRules.get(session, unit.region(), version).map(own -> new WithOwnRules(days, own));
    }
}
