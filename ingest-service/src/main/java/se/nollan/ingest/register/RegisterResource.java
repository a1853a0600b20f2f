package se.nollan.ingest.register;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.register.RegisterImport.Outcome;

/** The register over HTTP. */
@Path("/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class RegisterResource {

    /** The answer names that many findings and counts the rest. */
    private static final int MOST_FINDINGS = 500;

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

    /** The answer to an import. */
    public record Imported(
            long version, String hash, Instant importedAt, boolean changed, List<FindingView> warnings) {}

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

    /** A version in the list of versions. */
    public record VersionView(long version, String hash, Instant importedAt, String importedBy) {}

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
                            schema = @Schema(implementation = Imported.class),
                            examples = @ExampleObject(name = "a new version", value = RegisterExamples.IMPORTED)))
    @APIResponse(
            responseCode = "422",
            description = "Nothing was changed; the findings say where and why.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "a finding", value = RegisterExamples.REFUSED)))
    public Uni<Imported> put(byte[] body) {
        return callers.current().chain(caller -> imports.take(caller, body)).map(RegisterResource::answer);
    }

    private static Imported answer(Outcome outcome) {
        if (outcome instanceof Outcome.Stands stands) {
            return new Imported(
                    stands.version(), stands.hash(), stands.importedAt(), stands.changed(), shown(stands.warnings()));
        }
        throw outcome instanceof Outcome.Refused refused
                ? refused(refused.findings())
                : Problems.badRequest(
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

    @GET
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR, Caller.PROVIDER})
    @Operation(
            summary = "Look at the register",
            description = "The newest version, or the one asked for: a coordinator and an auditor see their regions, a"
                    + " provider its own units and lines. The hash is that of the whole.")
    @APIResponse(
            responseCode = "200",
            description = "The part that the caller may see.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "a region", value = RegisterExamples.VERSION)))
    @APIResponse(responseCode = "404", description = "There is no such version.")
    public Uni<String> get(@RestQuery @Nullable Long version) {
        return callers.current().chain(caller -> sessions.withTransaction(session -> wanted(session, version))
                // Large, and so not for an event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(stored -> stored.seenBy(caller)));
    }

    private Uni<RegisterVersion> wanted(Session session, @Nullable Long version) {
        Uni<Long> number =
                version == null ? versions.highest(session) : Uni.createFrom().item(version);
        return number.chain(it -> versions.find(session, it))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound(
                        version == null
                                ? "No register has been imported yet."
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
        return sessions.withTransaction(session -> versions.count(session).chain(total -> versions.page(
                        session, paging.offset(), limit)
                .map(rows -> new Page<>(
                        rows.stream()
                                .map(it -> new VersionView(it.version(), it.hash(), it.importedAt(), it.importedBy()))
                                .toList(),
                        page,
                        limit,
                        total))));
    }
}
