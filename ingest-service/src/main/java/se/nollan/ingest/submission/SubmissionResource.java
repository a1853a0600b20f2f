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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.pseudonym.KeyMissing;

/** Submissions over HTTP. */
@Path("/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
public class SubmissionResource {
    private static final Logger LOG = Logger.getLogger(SubmissionResource.class);

    private final SubmissionAdmission submissionAdmission;
    private final SubmissionIntake submissionIntake;
    private final SubmissionQueries queries;
    private final SubmissionWithdrawal submissionWithdrawal;

    SubmissionResource(
            SubmissionAdmission submissionAdmission,
            SubmissionIntake submissionIntake,
            SubmissionQueries queries,
            SubmissionWithdrawal submissionWithdrawal) {
        this.submissionAdmission = submissionAdmission;
        this.submissionIntake = submissionIntake;
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
                            + " days from `from` to `to`. Sending the same again changes nothing. 201: in place; 422: nothing was taken, and the report says why.")
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
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            RoutingContext exchange) {
        var rest = new UnreadBody(exchange, body);
        var slow = false;
        try {
            var form = BodyFormat.of(contentType, contentEncoding);
            if (form == null) {
                throw SubmissionProblems.form();
            }
            var taken = submissionAdmission.take(
                    new SubmissionParameters(system, from, to, profile, line, empty, acceptErrors, replaces),
                    provider,
                    form);
            try (var work = taken.work();
                    var reader = taken.reader()) {
                return answer(submissionIntake.receive(
                        taken.order(),
                        taken.register(),
                        reader,
                        taken.notation(),
                        BodyFiles.of(body, form, submissionAdmission.limits())));
            }
        } catch (KeyMissing e) {
            throw SubmissionProblems.keyMissing(e);
        } catch (SpillSpace.NoRoom e) {
            LOG.errorf("A log's rows could not be put aside: %s", e.getMessage());
            throw SubmissionProblems.noRoom();
        } catch (BodyStream.TooSlow e) {
            slow = true;
            throw SubmissionProblems.tooSlow();
        } catch (BodyStream.TooLarge e) {
            throw Problems.tooLarge(submissionAdmission.limits().bytes());
        } catch (SubmissionRepository.GivenUp e) {
            throw SubmissionProblems.interrupted();
        } catch (IOException e) {
            // The sender is gone; whoever is left to read this learns what the report says.
            throw Problems.badRequest("cut-off", "The connection ended before the body did. Send the body again.");
        } finally {
            if (slow) {
                rest.letGoOfTheSlow();
            } else {
                rest.letGo();
            }
        }
    }

    private static Response answer(Submission submission) {
        return switch (submission.state()) {
            case REJECTED -> throw SubmissionProblems.rejected(submission);
            case FAILED, RECEIVED -> throw SubmissionProblems.interrupted();
            default ->
                Response.created(URI.create("/submissions/" + submission.id()))
                        .entity(SubmissionBody.whole(submission))
                        .build();
        };
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
    public Uni<SubmissionBody> get(@RestPath UUID id) {
        return queries.visible(id).map(SubmissionBody::whole);
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
    public Uni<SubmissionBody> withdraw(@RestPath UUID id) {
        return queries.own(id)
                .chain(submission -> submissionWithdrawal.withdraw(submission))
                .map(submission -> {
                    if (submission.state() != SubmissionState.WITHDRAWN) {
                        throw SubmissionProblems.nothingToWithdraw(submission);
                    }
                    return SubmissionBody.whole(submission);
                });
    }
}
