package se.nollan.rules.followup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.rules.json.Bodies;
import se.nollan.rules.json.Fault;
import se.nollan.rules.json.Fields;

/** A region's own rules for its follow-up, over HTTP. */
@Path("/regions/{region}/follow-up")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "follow-up")
public class RegionFollowUpResource {

    private final Callers callers;
    private final SessionFactory sessions;
    private final OwnRulesRepository repository;
    private final Clock clock;

    RegionFollowUpResource(Callers callers, SessionFactory sessions, OwnRulesRepository repository, Clock clock) {
        this.callers = callers;
        this.sessions = sessions;
        this.repository = repository;
        this.clock = clock;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Say what the region follows its units up by",
            description =
                    "Attempts required, hours in which calls to a closed queue count, minutes to callback. What is left out is"
                            + " as the national rules have it. Each change is a new version; the older ones stand. No result and no"
                            + " statement is touched by it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "two attempts, wider hours", value = """
                                    { "requiredAttempts": 2, "closedQueueFrom": "07:30", "closedQueueTo": "17:00", "targetMinutes": 120 }
                                    """)))
    public Uni<OwnRulesVersion> change(
            @Parameter(description = "a county code", example = "23") @RestPath String region, byte[] body) {
        List<Fault> faults = new ArrayList<>();
        OwnRules rules = OwnRulesJson.read(new Fields(Bodies.parse(body), "", faults::add));
        return callers.current()
                .invoke(caller -> {
                    if (!caller.coordinates(region)) {
                        throw foreign();
                    }
                    if (!faults.isEmpty()) {
                        throw Bodies.refused(
                                "follow-up-refused",
                                "The rules cannot be kept",
                                "Nothing was changed. Correct what the faults say and send them again.",
                                faults);
                    }
                })
                .chain(caller -> sessions.withTransaction(session -> repository.change(
                        session, region, rules, clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.name())));
    }

    @GET
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "What the region follows its units up by",
            description = "The newest version, or the one asked for.")
    public Uni<OwnRulesVersion> read(
            @Parameter(description = "a county code", example = "23") @RestPath String region,
            @Parameter(description = "which version", example = "1") @RestQuery @Nullable Long version) {
        return overseer(region)
                .chain(caller -> sessions.withTransaction(session -> repository.get(session, region, version)));
    }

    @GET
    @Path("/versions")
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "Every version",
            description = "The newest first, with when and by which client each was made.")
    public Uni<Page<OwnRulesVersion>> versions(
            @Parameter(description = "a county code", example = "23") @RestPath String region,
            @Parameter(description = "items on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page, from 1") @RestQuery @DefaultValue("1") int page) {
        Paging paging = Paging.of(page, limit);
        return overseer(region)
                .chain(caller -> sessions.withTransaction(
                        session -> repository.count(session, region).chain(total -> repository
                                .history(session, region, paging)
                                .map(versions -> new Page<>(versions, page, limit, total)))));
    }

    private Uni<Caller> overseer(String region) {
        return callers.current().invoke(caller -> {
            if (!caller.oversees(region)) {
                throw foreign();
            }
        });
    }

    private static RuntimeException foreign() {
        return Problems.notAllowed("This region is not yours.");
    }
}
