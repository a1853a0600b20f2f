package se.nollan.ingest.register;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;

/** One provider, unit or line of the register over HTTP. */
@Path("/register/{kind}/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class RegisterPartResource {
    private final Callers callers;
    private final RegisterImport imports;
    private final CurrentRegister currentRegister;
    private final SessionFactory sessions;

    RegisterPartResource(
            Callers callers, RegisterImport imports, CurrentRegister currentRegister, SessionFactory sessions) {
        this.callers = callers;
        this.imports = imports;
        this.currentRegister = currentRegister;
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR, Caller.PROVIDER})
    @Operation(
            summary = "Look at one provider, unit or line",
            description =
                    "Its entries, each with its days, and their ETag, for If-Match when they are changed. kind is providers, units or"
                            + " lines; a plus sign in an id is written %2B.")
    public Uni<Response> get(@RestPath String kind, @RestPath String id) {
        var of = kind(kind);
        return callers.current().chain(caller -> sessions.withTransaction(currentRegister::current)
                .map(register -> {
                    var seen = caller.overseesSome()
                            ? register.content().ofRegions(caller.regions())
                            : register.content().ofProviders(caller.providers());
                    var part = new RegisterProposal.Part(of, id, List.of(), List.of()).of(seen);
                    if (part.equals(RegisterContent.EMPTY)) {
                        throw Problems.notFound("The register has no such entry that you may see.");
                    }
                    return shown(RegisterJson.entries(part), RegisterJson.tag(part));
                }));
    }

    private static Response shown(String entries, String tag) {
        return Response.ok(entries).tag(new EntityTag(tag)).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Change one provider, unit or line",
            description =
                    "All entries of the id, each with the days on which it holds; none, and it goes. A change on a day is two entries:"
                            + " the one that ends the day before, and the one that begins. A new unit may bring its provider. The reason is kept with"
                            + " the version. With validate=true it is only told what would change, and what would be evaluated again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "a line that changes its unit",
                                            value = RegisterExamples.PART)))
    public Uni<Response> put(
            byte[] body,
            @RestPath String kind,
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RestQuery @Nullable String validate) {
        var of = kind(kind);
        var only = "true".equals(Parameters.word("validate", validate, List.of("true", "false")));
        var document = RegisterJson.parse(body).orElseThrow(RegisterAnswer::notJson);
        var part = new RegisterProposal.Part(of, id, objects(document, "entries"), objects(document, "providers"));
        var reason = Reason.of(document.get("reason") instanceof String text ? text : null);
        if (reason == null && !only) {
            throw Problems.badRequest(
                    "reason-missing", "Say in 'reason' why the register changes. Nothing was changed.");
        }
        return callers.current()
                .chain(caller -> imports.take(caller, part, new RegisterImport.Conditions(ifMatch, only, true, reason)))
                .map(RegisterAnswer::of);
    }

    private static RegisterProposal.Kind kind(String word) {
        var kind = RegisterProposal.Kind.of(word);
        if (kind == null) {
            throw Problems.notFound("A register has providers, units and lines.");
        }
        return kind;
    }

    private static List<Map<?, ?>> objects(Map<?, ?> document, String field) {
        var objects = new ArrayList<Map<?, ?>>();
        var value = document.get(field);
        if (value == null && !field.equals("entries")) {
            return objects;
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            throw Problems.badRequest("wrong-field", "'" + field + "' is a list of entries. Nothing was changed.");
        }
        list.forEach(entry -> objects.add((Map<?, ?>) entry));
        return objects;
    }
}
