package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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

/** Has results made again, for the operator. */
@Path("/re-evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation")
public class ReEvaluationResource {

    private static final String EXAMPLE = """
            {"id": 7, "reason": "operator", "from": "2026-10-01", "to": "2026-10-31", "askedBy": "operator",
             "askedAt": "2026-11-22T08:00:00Z", "unitDays": 930, "evaluated": 512, "waiting": 418, "parked": 0}
            """;

    private final Callers callers;
    private final SessionFactory sessions;
    private final ReEvaluationRepository reEvaluationRepository;
    private final ReEvaluationList reEvaluationList;
    private final ToldReEvaluations told;

    ReEvaluationResource(
            Callers callers,
            SessionFactory sessions,
            ReEvaluationRepository reEvaluationRepository,
            ReEvaluationList reEvaluationList,
            ToldReEvaluations told) {
        this.callers = callers;
        this.sessions = sessions;
        this.reEvaluationRepository = reEvaluationRepository;
        this.reEvaluationList = reEvaluationList;
        this.told = told;
    }

    /** The days to evaluate again, both included. */
    public record Period(
            @Schema(examples = "2026-10-01") @Nullable LocalDate from,
            @Schema(examples = "2026-10-31") @Nullable LocalDate to) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @Operation(
            summary = "Evaluate a period again",
            description =
                    "Every unit-day of the period that has results is evaluated anew from the stored contacts, behind what comes in."
                            + " The same contacts, register and rules give the same results: only what differs becomes a new revision"
                            + " and is sent. That they are evaluated is told again, to whoever lost it. Sealed days are left out. Look at the progress where Location says.")
    @APIResponse(
            responseCode = "202",
            description = "It is under way",
            content = @Content(examples = @ExampleObject(name = "at work", value = EXAMPLE)))
    public Uni<Response> begin(@RequestBody(required = true) @Nullable Period asked) {
        if (asked == null
                || asked.from() == null
                || asked.to() == null
                || asked.to().isBefore(asked.from())) {
            throw Problems.badRequest("wrong-period", "Give from and to as dates such as 2026-10-31, in that order.");
        }
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> reEvaluationRepository
                        .unitDays(session, from, to)
                        .chain(unitDays -> reEvaluationRepository.begin(
                                session, ReEvaluationRepository.BY_OPERATOR, from, to, caller.name(), unitDays))
                        .call(() -> told.forget(session))
                        .chain(id -> reEvaluationList.find(session, id))))
                .map(begun -> Response.accepted(begun)
                        .location(URI.create("/re-evaluations/" + begun.id()))
                        .build());
    }

    @GET
    @RolesAllowed(Caller.OPERATOR)
    @Operation(
            summary = "What is or was evaluated again",
            description =
                    "The newest first, with how far each has come: those that an operator asked for, and those that the service began"
                            + " itself because a version of the register came, or another edition, setting or calendar is in force.")
    public Uni<Page<ReEvaluation>> list(
            @Parameter(description = "items on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page, from 1") @RestQuery @DefaultValue("1") int page) {
        Paging paging = Paging.of(page, limit);
        return sessions.withTransaction(
                session -> reEvaluationList.count(session).chain(total -> reEvaluationList
                        .list(session, paging)
                        .map(items -> new Page<>(items, page, limit, total))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Caller.OPERATOR)
    @Operation(summary = "How far a re-evaluation has come")
    @APIResponse(
            responseCode = "200",
            description = "It and its progress",
            content = @Content(examples = @ExampleObject(name = "at work", value = EXAMPLE)))
    public Uni<ReEvaluation> one(@Parameter(example = "7") @RestPath long id) {
        return sessions.withTransaction(session -> reEvaluationList.find(session, id))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("There is no such re-evaluation. Ask for the list."));
    }
}
