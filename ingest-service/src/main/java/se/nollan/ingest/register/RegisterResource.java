package se.nollan.ingest.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Parameters;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.format.TimeText;

/** The register over HTTP. */
@Path("/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class RegisterResource {

    private static final String FEWER_UNITS = "fewer-units";

    private final Callers callers;
    private final RegisterImport imports;
    private final RegisterRepository versions;
    private final SessionFactory sessions;

    RegisterResource(Callers callers, RegisterImport imports, RegisterRepository versions, SessionFactory sessions) {
        this.callers = callers;
        this.imports = imports;
        this.versions = versions;
        this.sessions = sessions;
    }

    /** A version in the list of versions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionView(
            long version,
            String hash,
            Instant importedAt,
            String importedBy,
            @Nullable String reason) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Import the register",
            description =
                    "The whole register of the regions that the coordinator is bound to: their units, the lines of"
                            + " these and the providers. It replaces what stood for these regions; what belongs to other regions"
                            + " stays. What is unchanged keeps its version.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "a region", value = RegisterExamples.DOCUMENT)))
    @APIResponse(
            responseCode = "200",
            description = "The register stands, as a new version or as the one that stood already.",
            content =
                    @Content(
                            schema = @Schema(implementation = RegisterAnswer.Imported.class),
                            examples = @ExampleObject(name = "a new version", value = RegisterExamples.IMPORTED)))
    @APIResponse(
            responseCode = "422",
            description = "Nothing was changed; the findings say where and why.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "a finding", value = RegisterExamples.REFUSED)))
    @APIResponse(responseCode = "409", description = "More than a tenth of the units would go; say accept=fewer-units.")
    @APIResponse(responseCode = "412", description = "What stands is not what If-Match names; read it again.")
    @APIResponse(responseCode = "428", description = "A register stands; name the one that was read in If-Match.")
    public Uni<Response> put(
            byte[] body,
            @Parameter(description = "the ETag of the register that this one was made from; needed when one stands")
                    @RestHeader(HttpHeaders.IF_MATCH)
                    @Nullable String ifMatch,
            @Parameter(description = "true: only check it, and tell what it would change") @RestQuery @Nullable String validate,
            @Parameter(description = "fewer-units: it is meant that more than a tenth of the units go")
                    @RestQuery
                    @Nullable String accept,
            @Parameter(description = "why, for those who ask later") @RestQuery @Nullable String reason) {
        var only = isTrue(validate);
        if (accept != null && !accept.equals(FEWER_UNITS)) {
            throw Problems.badRequest(
                    "wrong-parameter", "accept can be fewer-units only. Correct it, or leave it out.");
        }
        RegisterImport.Conditions conditions =
                new RegisterImport.Conditions(ifMatch, only, accept != null, Reason.of(reason));
        return callers.current()
                .chain(caller -> imports.take(caller, body, conditions))
                .map(RegisterAnswer::of);
    }

    private static boolean isTrue(@Nullable String validate) {
        return "true".equals(Parameters.word("validate", validate, List.of("true", "false")));
    }

    @GET
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR, Caller.PROVIDER})
    @Operation(
            summary = "Look at the register",
            description = "The newest version, or the one asked for: a coordinator and an auditor see their regions, a"
                    + " provider its own units and lines. The hash is that of the whole; the ETag that of the part, for If-Match when it is"
                    + " sent again. What was read can be sent as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The part that the caller may see.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "a region", value = RegisterExamples.VERSION)))
    @APIResponse(responseCode = "404", description = "There is no such version.")
    public Uni<Response> get(
            @RestQuery @Nullable Long version,
            @Parameter(description = "a date: as the register was at the end of that day") @RestQuery @Nullable String at,
            @Parameter(description = "a date: only what is in force on that day") @RestQuery @Nullable String on,
            @Context Request request) {
        var asOf = Parameters.date("at", at);
        var inForce = Parameters.date("on", on);
        if (version != null && asOf != null) {
            throw Problems.badRequest("wrong-parameter", "Ask by version or by day (at), not by both.");
        }
        return callers.current().chain(caller -> sessions.withTransaction(session -> wanted(session, version, asOf))
                // Large, and so not for an event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(stored -> {
                    RegisterVersion.Part part = stored.seenBy(caller, inForce);
                    EntityTag tag = new EntityTag(part.tag());
                    Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
                    return (unchanged == null ? Response.ok(part.json()) : unchanged)
                            .tag(tag)
                            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                            .build();
                }));
    }

    private Uni<RegisterVersion> wanted(Session session, @Nullable Long version, @Nullable LocalDate asOf) {
        Uni<Long> newest = asOf == null
                ? versions.highest(session)
                : versions.at(
                        session,
                        asOf.plusDays(1).atStartOfDay(TimeText.STOCKHOLM).toInstant());
        Uni<Long> number = version == null ? newest : Uni.createFrom().item(version);
        return number.chain(it -> versions.find(session, it))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound(
                        version == null
                                ? asOf == null
                                        ? "No register has been imported yet."
                                        : "There was no register on that day."
                                : "There is no such version of the register. See /ingest/v1/register/versions."));
    }

    @GET
    @Path("/versions")
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "List the versions of the register",
            description = "Newest first: when each was imported, and by which client.")
    @APIResponse(
            responseCode = "200",
            description = "A page of versions.",
            content = @Content(examples = @ExampleObject(name = "one version", value = RegisterExamples.VERSIONS)))
    public Uni<Page<VersionView>> versions(
            @RestQuery @DefaultValue("1") int page, @RestQuery @DefaultValue("100") int limit) {
        Paging paging = Paging.of(page, limit);
        return sessions.withTransaction(
                session -> versions.count(session).chain(total -> versions.page(session, paging.offset(), limit)
                        .map(rows -> new Page<>(
                                rows.stream()
                                        .map(it -> new VersionView(
                                                it.version(), it.hash(), it.importedAt(), it.importedBy(), it.reason()))
                                        .toList(),
                                page,
                                limit,
                                total))));
    }
}
