package se.nollan.ingest.submission;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.security.Caller;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.body.BodyStream;
import se.nollan.ingest.body.UnreadBody;
import se.nollan.ingest.report.Wording;

/** Submissions over HTTP. */
@Path("/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
public class SubmissionResource {
    private final SubmissionAdmission submissionAdmission;
    private final AtWork atWork;
    private final SubmissionIntake submissionIntake;
    private final SubmissionRehearsal rehearsal;
    private final SubmissionQueries queries;
    private final SubmissionWithdrawal submissionWithdrawal;

    SubmissionResource(
            SubmissionAdmission submissionAdmission,
            AtWork atWork,
            SubmissionIntake submissionIntake,
            SubmissionRehearsal rehearsal,
            SubmissionQueries queries,
            SubmissionWithdrawal submissionWithdrawal) {
        this.submissionAdmission = submissionAdmission;
        this.atWork = atWork;
        this.submissionIntake = submissionIntake;
        this.rehearsal = rehearsal;
        this.queries = queries;
        this.submissionWithdrawal = submissionWithdrawal;
    }

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Caller.PROVIDER)
    @Operation(
            summary = "Send in contacts",
            description =
                    "The body is the contact format as CSV or NDJSON, or a vendor's log as its profile says; plain, gzip, zip, or"
                            + " several files as multipart/form-data. It is read as it comes and replaces what it"
                            + " covers whole: the lines named, else all lines of the provider that the register gives the system, on the"
                            + " days from `from` to `to`. Sending the same again changes nothing. 201: in place; 422: nothing was taken, and the report says why. With `dryRun=true`: 200 with what would"
                            + " become of it, and nothing is stored. With an Idempotency-Key, a request that is sent again gets the answer of the first one.")
    public Response post(
            InputStream body,
            @RestQuery @Nullable String system,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String profile,
            @RestQuery List<String> line,
            @RestQuery @Nullable String provider,
            @RestQuery @Nullable String empty,
            @RestQuery @Nullable String acceptErrors,
            @RestQuery @Nullable String replaces,
            @RestQuery @Nullable String dryRun,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @Context HttpHeaders headers,
            RoutingContext exchange) {
        var rest = new UnreadBody(exchange, body);
        var slow = false;
        try {
            var form = BodyFormat.of(contentType, contentEncoding);
            if (form == null) {
                throw SubmissionProblems.form();
            }
            try (var order = submissionAdmission.take(
                            new SubmissionParameters(
                                    system,
                                    from,
                                    to,
                                    profile,
                                    line,
                                    empty,
                                    acceptErrors,
                                    replaces,
                                    dryRun,
                                    idempotencyKey),
                            provider,
                            form);
                    var work =
                            atWork.begin(order.request().id(), order.request().sentBy())) {
                var files = BodyFiles.of(body, form, submissionAdmission.limits());
                return order.request().dryRun()
                        ? tried(order, files, wording(headers))
                        : answer(
                                submissionIntake.receive(order, files),
                                order.request().id(),
                                wording(headers));
            }
        } catch (IOException | RuntimeException e) {
            slow = e instanceof BodyStream.TooSlow;
            throw SubmissionProblems.stopped(e, submissionAdmission.limits());
        } finally {
            if (slow) {
                rest.letGoOfTheSlow();
            } else {
                rest.letGo();
            }
        }
    }

    private static Response answer(Submission submission, UUID asked, Wording wording) {
        return switch (submission.state()) {
            case REJECTED -> throw SubmissionProblems.rejected(submission, wording);
            case FAILED, RECEIVED -> throw SubmissionProblems.interrupted();
            default -> {
                var answer = Response.created(URI.create("/submissions/" + submission.id()))
                        .header(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                        .entity(SubmissionBody.whole(submission, wording));
                if (!submission.id().equals(asked)) {
                    answer.header("Idempotent-Replayed", "true");
                }
                yield answer.build();
            }
        };
    }

    private Response tried(SubmissionOrder order, BodyFiles files, Wording wording) throws IOException {
        var rehearsed = rehearsal.of(order, files);
        return ok(SubmissionBody.tried(rehearsed.submission(), rehearsed.effect(), wording), wording)
                .toResponse();
    }

    private static RestResponse<SubmissionBody> ok(SubmissionBody body, Wording wording) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                .build();
    }

    private static Wording wording(HttpHeaders headers) {
        return Wording.of(headers.getAcceptableLanguages());
    }

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "List submissions",
            description =
                    "Newest first, without their reports: a provider's own, or those of the providers in a coordinator's or"
                            + " auditor's regions. `from` and `to` narrow the list to submissions whose period touches those days.")
    public Uni<Page<SubmissionBody>> list(
            @RestQuery @Nullable String provider,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("100") int limit) {
        return queries.list(provider, state, from, to, page, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "Look at a submission",
            description =
                    "Where it stands, with its report. States: received, rejected, accepted, evaluated, superseded, withdrawn,"
                            + " failed.")
    public Uni<RestResponse<SubmissionBody>> get(@RestPath UUID id, @Context HttpHeaders headers) {
        var wording = wording(headers);
        return queries.visible(id).map(submission -> ok(SubmissionBody.whole(submission, wording), wording));
    }

    @GET
    @Path("/{id}/report")
    @Produces("text/csv")
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "A submission's report as a table",
            description =
                    "CSV to hand to the vendor: what became of the submission, every kind of finding counted, then the first findings row by"
                            + " row. In Swedish or English, as Accept-Language says.")
    public Uni<Response> report(@RestPath UUID id, @Context HttpHeaders headers) {
        var wording = wording(headers);
        return queries.visible(id).map(submission -> Response.ok(ReportCsv.of(submission, wording))
                .type("text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report-" + id + ".csv\"")
                .build());
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Caller.PROVIDER)
    @Operation(
            summary = "Take a submission back",
            description =
                    "Each slice that stands by this submission alone gets the contacts that stood before. 409 when nothing of"
                            + " it was ever in place, or when contacts of its days have been"
                            + " dropped after their time; harmless when it is withdrawn already.")
    public Uni<SubmissionBody> withdraw(@RestPath UUID id, @Context HttpHeaders headers) {
        return queries.own(id)
                .chain(submission -> submissionWithdrawal.withdraw(submission))
                .map(submission -> {
                    if (submission.state() != SubmissionState.WITHDRAWN) {
                        throw SubmissionProblems.nothingToWithdraw(submission);
                    }
                    return SubmissionBody.whole(submission, wording(headers));
                });
    }
}
