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
import java.util.Locale;
import java.util.function.BiFunction;
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

    /** What to draft. */
    record DraftRequest(
            @Nullable String region,
            @Nullable String month,

            @Schema(
                    description = "Why there is another version. Everybody reads it, for good: no names, numbers or"
                            + " addresses of persons; numbers and e-mail addresses are refused.",
                    maxLength = PublicText.LONGEST)
            @Nullable String reason) {}

    private final StatementService desk;
    private final ReaderViews readerViews;
    private final Callers callers;
    private final Clock clock;

    StatementResource(StatementService desk, ReaderViews readerViews, Callers callers, Clock clock) {
        this.desk = desk;
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
                .chain(caller -> desk.draft(scope, month, request.reason, act(caller))
                        .chain(draft -> Workers.compute(() -> {
                            ReaderView readerView = view(draft, caller);
                            return Response.created(URI.create("/publish/v1/statements/" + draft.id()))
                                    .tag(tag(draft, readerView, "json"))
                                    .entity(StatementBody.of(draft, readerView, readerViews.suppressBelow()))
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
                .chain(caller -> desk.sign(id, seen, act(caller))
                        .chain(signed -> Workers.compute(() -> {
                            ReaderView readerView = view(signed, caller);
                            return Response.ok(StatementBody.of(signed, readerView, readerViews.suppressBelow()))
                                    .tag(tag(signed, readerView, "json"))
                                    .build();
                        })));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public Uni<Response> read(@PathParam("id") String id, @Context Request request) {
        return read(
                id,
                request,
                "json",
                (statement, readerView) -> StatementBody.of(statement, readerView, readerViews.suppressBelow()));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Produces(CSV)
    public Uni<Response> readTable(@PathParam("id") String id, @Context Request request) {
        return read(id, request, "csv", StatementCsv::of);
    }

    private Uni<Response> read(
            String text, Request request, String format, BiFunction<Statement, ReaderView, Object> writer) {
        StatementId id = StatementParameters.id(text);
        return callers.current().chain(caller -> desk.get(id)
                .chain(statement -> Workers.compute(() -> {
                    ReaderView readerView = view(statement, caller);
                    EntityTag tag = tag(statement, readerView, format);
                    Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
                    Response.ResponseBuilder response =
                            unchanged == null ? Response.ok(writer.apply(statement, readerView)) : unchanged;
                    // The same address shows different readers different figures, so nothing between may answer for us.
                    return response.tag(tag)
                            .header(HttpHeaders.VARY, "Accept, Authorization")
                            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                            .build();
                })));
    }

    /** Names the content, and which of its representations this is. */
    private EntityTag tag(Statement statement, ReaderView readerView, String format) {
        return new EntityTag(String.join(
                ".",
                statement.mark(),
                readerView.to().name().toLowerCase(Locale.ROOT)
                        + (readerView.to() == ReaderView.To.PUBLIC ? readerViews.suppressBelow() : ""),
                format));
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

    /** A signed statement is everybody's, suppressed; a draft is the region's, and a provider's as far as it is its own. */
    private ReaderView view(Statement statement, Caller caller) {
        return statement.signed() == null
                ? readerViews.of(statement.content(), statement.changes(), caller)
                : readerViews.ofSigned(statement.content(), statement.changes(), caller);
    }
}
