package se.nollan.publish.statement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Workers;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.month.Parameters;
import se.nollan.publish.month.ReaderViews;

/** Statements: drafted and signed by the region's coordinator, read by everybody once signed. */
@Path("/statements")
@Produces(MediaType.APPLICATION_JSON)
public class StatementResource {

    private static final String CSV = "text/csv;charset=utf-8";
    // A signed statement never changes; an hour bounds what a mistake in front of us can keep.
    private static final String OPEN = "public, max-age=3600";
    private static final String OWN = "private, no-cache";

    /** What to draft. */
    record DraftRequest(
            @Nullable String region,
            @Nullable String month,

            @Schema(
                    description = "Why there is another version. Everybody reads it, for good: no names, numbers or"
                            + " addresses of persons; numbers and e-mail addresses are refused.",
                    maxLength = PublicText.LONGEST)
            @Nullable String reason) {}

    private final StatementService statements;
    private final PublicationService publication;
    private final ReaderViews readerViews;
    private final Callers callers;
    private final Clock clock;

    StatementResource(
            StatementService statements,
            PublicationService publication,
            ReaderViews readerViews,
            Callers callers,
            Clock clock) {
        this.statements = statements;
        this.publication = publication;
        this.readerViews = readerViews;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Caller.COORDINATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> draft(@Nullable DraftRequest request) {
        if (request == null) {
            throw Problems.badRequest("body-missing", "Send {\"region\":\"23\",\"month\":\"2026-10\"}.");
        }
        Scope scope = Parameters.scope(request.region);
        YearMonth month = Parameters.month(request.month);
        StatementParameters.checkReason(request.reason);
        return callers.current()
                .invoke(caller -> checkCoordinates(caller, scope))
                .chain(caller -> statements
                        .draft(scope, month, request.reason, act(caller))
                        .chain(draft -> Workers.compute(() -> {
                            ReaderView readerView = view(draft, caller);
                            return Response.created(URI.create("/statements/" + draft.id()))
                                    .tag(tag(draft, readerView, false))
                                    .entity(StatementBody.of(draft, readerView))
                                    .build();
                        })));
    }

    @PUT
    @Path("/{id}/signature")
    @RolesAllowed(Caller.COORDINATOR)
    public Uni<Response> sign(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        StatementId id = StatementParameters.id(text);
        return callers.current()
                .invoke(caller -> checkCoordinates(caller, id.scope()))
                .chain(caller -> statements
                        .sign(id, seen, act(caller))
                        .chain(signed -> Workers.compute(() -> {
                            ReaderView readerView = view(signed, caller);
                            return Response.ok(StatementBody.of(signed, readerView))
                                    .tag(tag(signed, readerView, false))
                                    .build();
                        })));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public Uni<Response> read(@PathParam("id") String id, @Context Request request) {
        return read(id, request, false);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Produces(CSV)
    public Uni<Response> readTable(@PathParam("id") String id, @Context Request request) {
        return read(id, request, true);
    }

    /** Everybody gets what was made when it was signed; the region's own people, and providers of a draft, get what is theirs to see. */
    private Uni<Response> read(String text, Request request, boolean table) {
        StatementId id = StatementParameters.id(text);
        return callers.current()
                .chain(caller -> caller.oversees(id.scope().region())
                        ? own(id, request, table, caller)
                        : publication.read(id, table).chain(form -> form.map(
                                        found -> Uni.createFrom().item(answer(request, found.tag(), found::text, OPEN)))
                                .orElseGet(() -> own(id, request, table, caller))));
    }

    private Uni<Response> own(StatementId id, Request request, boolean table, Caller caller) {
        return statements
                .get(id)
                .chain(statement -> Workers.compute(() -> {
                    ReaderView view = view(statement, caller);
                    return answer(
                            request,
                            tag(statement, view, table),
                            () -> table ? StatementCsv.of(statement, view) : StatementBody.of(statement, view),
                            OWN);
                }));
    }

    /** The same address shows different readers different figures, so what is between may answer for us only by who asks. */
    private static Response answer(Request request, String tag, Supplier<Object> body, String cache) {
        EntityTag entity = new EntityTag(tag);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(entity);
        Response.ResponseBuilder response = unchanged == null ? Response.ok(body.get()) : unchanged;
        return response.tag(entity)
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .header(HttpHeaders.CACHE_CONTROL, cache)
                .build();
    }

    /** Names the content, and which of its representations this is; to a provider it confirms no guess of others' figures. */
    private static String tag(Statement statement, ReaderView view, boolean table) {
        String mark =
                view.to() == ReaderView.To.REGION ? statement.mark() : StatementHash.ofView(statement, view, 0, null);
        return mark + (table ? ".csv" : ".json");
    }

    private AuditStamp act(Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new AuditStamp(now, caller.clientId(), caller.user().isEmpty() ? null : caller.user());
    }

    private static void checkCoordinates(Caller caller, Scope scope) {
        if (!caller.coordinates(scope.region())) {
            throw Problems.notAllowed("Only a coordinator of region " + scope.region() + " may do this.");
        }
    }

    private ReaderView view(Statement statement, Caller caller) {
        return readerViews.of(statement.content(), statement.changes(), caller);
    }
}
