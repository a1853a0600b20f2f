package se.nollan.ingest.register;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;

/** A line that a log names is put into the register with one request. */
@Path("/unknown-lines/adoptions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class LineAdoptionResource {
    private final Callers callers;
    private final RegisterImport imports;
    private final CurrentRegister currentRegister;
    private final SessionFactory sessions;

    LineAdoptionResource(
            Callers callers, RegisterImport imports, CurrentRegister currentRegister, SessionFactory sessions) {
        this.callers = callers;
        this.imports = imports;
        this.currentRegister = currentRegister;
        this.sessions = sessions;
    }

    /**
     * What is to be put into the register.
     *
     * @param system the source system whose log names the line
     * @param key what the log calls it: what the list says, or the number that the list gives the shape of
     * @param line the id of a line that stands and is meant by it
     * @param entry or a new line's fields as the register has them: unit and kind, and automatic, underMain, from, to
     */
    public record Adopted(
            @Nullable String system,
            @Nullable String key,
            @Nullable String line,
            @Nullable Map<String, Object> entry,
            @Nullable String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Adopt a line that logs name",
            description =
                    "Either as another name of a line that stands (line), or as a new line of a unit (entry). The answer is that of a change of"
                            + " the register; with validate=true it is only told what would change. The submissions whose rows"
                            + " named it are then sent again: rows in error are not kept.")
    public Uni<Response> adopt(@RestQuery @Nullable String validate, @Nullable Adopted adopted) {
        var only = "true".equals(Parameters.word("validate", validate, List.of("true", "false")));
        if (adopted == null
                || isBlank(adopted.system())
                || isBlank(adopted.key())
                || (adopted.line() == null) == (adopted.entry() == null)) {
            throw Problems.badRequest(
                    "incomplete",
                    "Send system, key and reason; and either line, the id of a line that stands, or entry, a new line's unit"
                            + " and kind. Nothing was changed.");
        }
        var reason = Reason.of(adopted.reason());
        if (reason == null && !only) {
            throw Problems.badRequest(
                    "reason-missing", "Say in 'reason' why the register changes. Nothing was changed.");
        }
        var adoption = new LineAdoption(
                adopted.system(),
                adopted.key(),
                adopted.line(),
                adopted.entry() == null ? null : new LinkedHashMap<>(adopted.entry()));
        return callers.current()
                .chain(caller -> sessions.withTransaction(currentRegister::current)
                        .map(register -> adoption.proposal(register.content().ofRegions(caller.regions())))
                        .chain(proposal -> imports.take(
                                caller,
                                proposal,
                                new RegisterImport.Conditions(
                                        adopted.line() == null ? null : "*", only, true, reason))))
                .map(RegisterAnswer::of);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
