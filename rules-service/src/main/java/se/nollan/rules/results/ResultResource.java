package se.nollan.rules.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Parameters;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.UnitAccess;

/** The results that stand, over HTTP. */
@Path("/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "results")
public class ResultResource {

    private final Callers callers;
    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final ResultQuery results;
    private final UnitAccess unitAccess;
    private final ObjectMapper json;

    ResultResource(
            Callers callers,
            SessionFactory sessions,
            RegisterRepository registers,
            ResultQuery results,
            UnitAccess unitAccess,
            ObjectMapper json) {
        this.callers = callers;
        this.sessions = sessions;
        this.registers = registers;
        this.results = results;
        this.unitAccess = unitAccess;
        this.json = json;
    }

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "The results of units and days",
            description =
                    "What stands of each unit, day and channel that ever had contacts, with all counts, the rule set and the"
                            + " revisions it comes from. A provider sees its own units, a coordinator or auditor those of the region.")
    public Uni<Page<JsonNode>> results(
            @Parameter(description = "the HSA-id of a measured unit", example = "SE2321000214-E000000000001")
                    @RestQuery
                    @Nullable String unit,
            @Parameter(description = "a county code", example = "23") @RestQuery @Nullable String region,
            @Parameter(description = "the first day", example = "2026-10-01") @RestQuery @Nullable String from,
            @Parameter(description = "the last day", example = "2026-10-31") @RestQuery @Nullable String to,
            @Parameter(description = "phone or chat", example = "phone") @RestQuery @Nullable String channel,
            @Parameter(description = "items on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page, from 1") @RestQuery @DefaultValue("1") int page) {
        Paging paging = Paging.of(page, limit);
        ResultQuery.Asked asked = new ResultQuery.Asked(
                unit,
                region,
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.word("channel", channel, Channel.words()));
        return callers.current()
                .invoke(caller -> checkRegion(caller, region))
                .chain(caller -> sessions.withTransaction(session -> registers
                        .newest(session)
                        .invoke(register -> {
                            if (unit != null) {
                                unitAccess.checkEver(caller, unit, register);
                            }
                        })
                        .chain(() -> results.find(session, caller, asked, paging.offset(), limit))))
                .map(found ->
                        new Page<>(found.bodies().stream().map(this::parsed).toList(), page, limit, found.total()));
    }

    private static void checkRegion(Caller caller, @Nullable String region) {
        boolean providerToo = caller.roles().contains(Caller.PROVIDER);
        if (region != null && !providerToo && !caller.oversees(region)) {
            throw Problems.notAllowed("The region is not yours to read.");
        }
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
