package se.nollan.ingest.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.access.Access;
import se.nollan.ingest.client.ProviderClient.State;
import se.nollan.ingest.register.Reason;

/** Providers' clients, over HTTP: taken on, given other keys, paused and ended by coordinators. */
@Path("/providers/{provider}/clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class ClientResource {
    private final Callers callers;
    private final SessionFactory sessions;
    private final ClientDesk desk;
    private final ClientRepository clients;
    private final Access access;

    ClientResource(Callers callers, SessionFactory sessions, ClientDesk desk, ClientRepository clients, Access access) {
        this.callers = callers;
        this.sessions = sessions;
        this.desk = desk;
        this.clients = clients;
        this.access = access;
    }

    /** How a client is to prove who it is: exactly one of three. */
    public record Asked(
            @Nullable JsonNode jwks,
            @Nullable String jwksUrl,
            @Nullable Boolean secret,
            @Nullable String reason) {}

    /** What is to become of a client. */
    public record Wanted(@Nullable String state, @Nullable String reason) {}

    /** A change of a client. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeView(
            String state,
            String authentication,
            Instant changedAt,
            String changedBy,
            @Nullable String reason) {}

    /**
     * A client as it is shown.
     *
     * @param inKeycloak Keycloak has it so; false: it did not answer, and is told as soon as it does
     * @param secret shown once, when it was made
     * @param changes newest first; null where one change is answered
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String clientId,
            String provider,
            String state,
            String authentication,
            boolean inKeycloak,
            @Nullable String secret,
            @Nullable List<ChangeView> changes) {}

    @GET
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "List the clients that a provider was given",
            description = "With all that was done with each: when, by whom and why. No secret is shown again.")
    public Uni<List<View>> list(@RestPath String provider) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(session ->
                        access.checkMaySee(session, caller, provider).chain(() -> clients.all(session, provider))))
                .map(ClientResource::views);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Take a provider on",
            description =
                    "Makes a client in Keycloak that may send, see and withdraw the provider's submissions from now on, and names it in the"
                            + " access entry. Best by jwks (its public keys) or jwksUrl (where it shows them): nothing secret"
                            + " is handed over. By secret: true Keycloak makes a secret, which is in this answer and is"
                            + " never shown again. By a coordinator of every region where the provider has units.")
    @APIResponse(responseCode = "201", description = "The client, and its secret if it has one.")
    @APIResponse(responseCode = "409", description = "The provider's contract has ended, or it has too many clients.")
    @APIResponse(responseCode = "501", description = "Clients are made by an administrator here.")
    public Uni<RestResponse<View>> takeOn(@RestPath String provider, @Nullable Asked asked) {
        var credential = credential(asked);
        var reason = Reason.of(asked.reason());
        return callers.current()
                .chain(caller -> desk.takeOn(caller, provider, credential, reason))
                .map(handed -> answer(RestResponse.Status.CREATED, handed));
    }

    @POST
    @Path("/{client}/rotations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Give a client other keys, or a new secret",
            description = "Said as when it was taken on. What it had proves nothing any more, at once.")
    @APIResponse(responseCode = "200", description = "The client, and its new secret if it has one.")
    @APIResponse(responseCode = "409", description = "The client was ended.")
    public Uni<RestResponse<View>> rotate(@RestPath String provider, @RestPath String client, @Nullable Asked asked) {
        var credential = credential(asked);
        var reason = Reason.of(asked.reason());
        return callers.current()
                .chain(caller -> desk.rotate(caller, provider, client, credential, reason))
                .map(handed -> answer(RestResponse.Status.OK, handed));
    }

    @PUT
    @Path("/{client}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Pause a client, let it go on, or end it",
            description =
                    "state is active, paused or ended, which cannot be undone; reason says why. It holds at once, also for tokens that the"
                            + " client has. If Keycloak does not answer it is told later, and inKeycloak is false until then.")
    @APIResponse(responseCode = "200", description = "The client.")
    @APIResponse(responseCode = "409", description = "The client was ended, or the provider's contract has.")
    public Uni<View> bring(@RestPath String provider, @RestPath String client, @Nullable Wanted wanted) {
        var state = wanted == null ? null : State.of(wanted.state()).orElse(null);
        if (state == null) {
            throw Problems.badRequest("incomplete", "Send state, one of active, paused or ended, and reason.");
        }
        var reason = Reason.of(wanted.reason());
        if (reason == null) {
            throw Problems.badRequest("wrong-reason", "Say why.");
        }
        return callers.current()
                .chain(caller -> desk.bring(caller, provider, client, state, reason))
                .map(changed -> view(changed, null, null));
    }

    private static Credential credential(@Nullable Asked asked) {
        return asked == null
                ? Credential.of(null, null, null)
                : Credential.of(asked.secret(), asked.jwks(), asked.jwksUrl());
    }

    private static RestResponse<View> answer(RestResponse.Status status, ClientDesk.Handed handed) {
        return RestResponse.ResponseBuilder.create(status, view(handed.client(), handed.secret(), null))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static List<View> views(List<ProviderClient> revisions) {
        Map<String, List<ProviderClient>> byClient = new LinkedHashMap<>();
        revisions.forEach(revision -> byClient.computeIfAbsent(revision.id(), any -> new ArrayList<>())
                .add(revision));
        return byClient.values().stream()
                .map(its -> view(
                        its.get(0),
                        null,
                        its.stream().map(ClientResource::change).toList()))
                .toList();
    }

    private static View view(ProviderClient of, @Nullable String secret, @Nullable List<ChangeView> changes) {
        return new View(
                of.id(), of.provider(), of.state().word(), of.authentication().word(), of.settled(), secret, changes);
    }

    private static ChangeView change(ProviderClient of) {
        return new ChangeView(
                of.state().word(), of.authentication().word(), of.changedAt(), of.changedBy(), of.reason());
    }
}
