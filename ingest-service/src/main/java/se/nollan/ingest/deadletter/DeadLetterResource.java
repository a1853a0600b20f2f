package se.nollan.ingest.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Problems;
import se.nollan.base.outbox.Message;
import se.nollan.base.outbox.Outbox;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;

/** Dead letters over HTTP, for the operator. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation")
public class DeadLetterResource {
    private final Callers callers;
    private final SessionFactory sessions;
    private final DeadLetterRepository letters;
    private final Outbox outbox;
    private final Clock clock;

    DeadLetterResource(
            Callers callers, SessionFactory sessions, DeadLetterRepository letters, Outbox outbox, Clock clock) {
        this.callers = callers;
        this.sessions = sessions;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Caller.OPERATOR)
    @Operation(
            summary = "What a service could not take",
            description =
                    "Messages that any of the services put aside, the newest first: where each came from, which service could not"
                            + " take it and why. What they say is kept to be sent again, and never shown.")
    public Uni<Page<DeadLetterBody>> list(
            @Parameter(description = "only those that came by this topic", example = "contacts") @RestQuery @Nullable String topic,
            @Parameter(description = "only those that were, or were not, sent again", example = "false")
                    @RestQuery
                    @Nullable String replayed,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("100") int limit) {
        var paging = Paging.of(page, limit);
        if (replayed != null && !List.of("true", "false").contains(replayed)) {
            throw Problems.badRequest("wrong-parameter", "replayed is true or false. Correct it, or leave it out.");
        }
        var wanted = new DeadLetterRepository.Wanted(topic, replayed == null ? null : Boolean.valueOf(replayed));
        return sessions.withTransaction(
                session -> letters.count(session, wanted).chain(total -> letters.list(session, wanted, paging, limit)
                        .map(kept ->
                                new Page<>(kept.stream().map(DeadLetterBody::of).toList(), page, limit, total))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Caller.OPERATOR)
    @Operation(summary = "A dead letter", description = "As in the list.")
    public Uni<DeadLetterBody> get(@RestPath long id) {
        return sessions.withTransaction(session -> letters.find(session, id))
                .map(kept -> DeadLetterBody.of(there(kept)));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed(Caller.OPERATOR)
    @Operation(
            summary = "Send a dead letter again",
            description =
                    "To the topic it came by, with its key, type and body, through the outbox. Once: asking again changes nothing"
                            + " (200). Every reader of the topic gets it; one that has the same or something newer ignores it.")
    @APIResponse(responseCode = "202", description = "It is sent")
    @APIResponse(responseCode = "200", description = "It had been sent again before")
    @APIResponse(responseCode = "409", description = "Nobody could ever take it as it is")
    public Uni<Response> replay(@RestPath long id) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(
                        session -> letters.lock(session, id).chain(kept -> replay(session, there(kept), caller))))
                .invoke(outbox::nudge);
    }

    private Uni<Response> replay(Session session, DeadLetterRepository.Kept kept, Caller by) {
        if (kept.replayedAt() != null) {
            return Uni.createFrom().item(Response.ok(DeadLetterBody.of(kept)).build());
        }
        var again = kept.letter().again();
        if (again == null) {
            throw Problems.problem(
                            409,
                            "not-replayable",
                            "It cannot be sent again",
                            "It is no message of the contracts (no key, no known type, or no text), so nobody could ever take it.")
                    .build();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return outbox.append(session, List.of(Message.of(again.topic(), again.key(), again.type(), again.body())))
                .chain(() -> letters.replayed(session, kept.id(), now, by.name()))
                .replaceWith(() -> Response.accepted(DeadLetterBody.of(
                                new DeadLetterRepository.Kept(kept.id(), kept.letter(), now, by.name())))
                        .build());
    }

    private static DeadLetterRepository.Kept there(DeadLetterRepository.@Nullable Kept kept) {
        if (kept == null) {
            throw Problems.notFound("There is no such dead letter, or its time is over. Ask for the list.");
        }
        return kept;
    }
}
