package se.nollan.ingest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Precondition;
import se.nollan.base.http.Problems;
import se.nollan.base.outbox.Outbox;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;

/** Who may act for a provider, over HTTP: kept by the coordinators of the regions where the provider has units. */
@Path("/providers/{provider}/access")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
@RegisterForReflection(targets = {AccessEntry.class})
public class AccessResource {

    private static final String ENTRY = """
            {"provider": "556677-8899", "revision": 1, "clients": ["vardbolaget"], "groups": ["vardbolaget"]}
            """;

    private final Callers callers;
    private final Access access;
    private final AccessRepository entries;
    private final Outbox outbox;
    private final SessionFactory sessions;

    AccessResource(Callers callers, Access access, AccessRepository entries, Outbox outbox, SessionFactory sessions) {
        this.callers = callers;
        this.access = access;
        this.entries = entries;
        this.outbox = outbox;
        this.sessions = sessions;
    }

    /** What is sent in. */
    public record AccessDocument(
            @Nullable List<@Nullable String> clients,
            @Nullable List<@Nullable String> groups) {}

    @GET
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "See who may act for a provider",
            description = "The entry that stands; revision 0 with empty lists before anything was said.")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content =
                    @Content(
                            schema = @Schema(implementation = AccessEntry.class),
                            examples = @ExampleObject(name = "an entry", value = ENTRY)))
    @APIResponse(responseCode = "404", description = "No unit in the register has this provider.")
    public Uni<Response> get(@RestPath String provider) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(session ->
                        access.checkMaySee(session, caller, provider).chain(() -> entries.standing(session, provider))))
                .map(AccessResource::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Say who may act for a provider",
            description =
                    "Client ids and groups, whole: who is not named may not act any more. It is said by a coordinator of every"
                            + " region where the provider has, had or will have units, for it holds in all of them. Once"
                            + " something was said, If-Match names the entry that was read. What is unchanged keeps its revision.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one client and one group",
                                            value = "{\"clients\": [\"vardbolaget\"], \"groups\": [\"vardbolaget\"]}")))
    @APIResponse(
            responseCode = "200",
            description = "The entry that stands now.",
            content =
                    @Content(
                            schema = @Schema(implementation = AccessEntry.class),
                            examples = @ExampleObject(name = "an entry", value = ENTRY)))
    @APIResponse(responseCode = "404", description = "No unit in the register has this provider.")
    @APIResponse(responseCode = "422", description = "A name cannot be one; the detail says which list.")
    @APIResponse(responseCode = "412", description = "The entry that stands is not the one that If-Match names.")
    @APIResponse(responseCode = "428", description = "An entry stands; name the one that was read in If-Match.")
    public Uni<Response> put(
            @RestPath String provider,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable AccessDocument document) {
        if (document == null || document.clients() == null || document.groups() == null) {
            throw Problems.badRequest(
                    "incomplete", "Send both lists, {\"clients\": [...], \"groups\": [...]}; either may be empty.");
        }
        AccessEntry wanted = new AccessEntry(provider, 0, named(document.clients()), named(document.groups()));
        if (!wanted.faults().isEmpty()) {
            throw Problems.problem(
                            422, "access-refused", "The entry was not taken in", String.join(" ", wanted.faults()))
                    .build();
        }
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> access.checkMayChange(session, caller, provider)
                        .chain(() -> access.change(session, provider, caller.name(), standing -> {
                            Precondition.check(ifMatch, tag(standing), standing.revision() > 0, "access");
                            return standing.changed(wanted.clients(), wanted.groups());
                        }))))
                .invoke(outbox::nudge)
                .map(AccessResource::answer);
    }

    private static Response answer(AccessEntry entry) {
        return Response.ok(entry)
                .tag(new EntityTag(tag(entry)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static String tag(AccessEntry entry) {
        return entry.provider() + '.' + entry.revision();
    }

    /** Null in a list is told as an empty name is. */
    private static List<String> named(List<@Nullable String> names) {
        return names.stream().map(name -> name == null ? "" : name).toList();
    }
}
