package se.nollan.ingest.live;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.security.Caller;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.body.BodyStream;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.Wording;
import se.nollan.ingest.submission.SubmissionAdmission;
import se.nollan.ingest.submission.SubmissionParameters;
import se.nollan.ingest.submission.SubmissionProblems;

/** Contacts that a system pushes as they happen. */
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
public class LiveResource {
    private static final int AT_ONCE = 16;
    private static final int DAYS_BACK = 40;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final SubmissionAdmission admission;
    private final LivePush push;
    private final BodyStream.Limits limits;

    LiveResource(
            SubmissionAdmission admission,
            LivePush push,
            @ConfigProperty(name = "nollan.limits.push") MemorySize limit,
            @ConfigProperty(name = "nollan.limits.slowest-upload") MemorySize slowest) {
        this.admission = admission;
        this.push = push;
        this.limits = new BodyStream.Limits(limit.asLongValue(), slowest.asLongValue(), Duration.ofMinutes(1));
    }

    /**
     * What came of a push.
     *
     * @param rows that it had
     * @param whole contacts of these that are known well enough to be counted
     * @param partly contacts of which more must come: what is required is missing as yet
     * @param skipped rows that are no contacts, as the profile says
     */
    @RegisterForReflection
    public record Answer(
            long rows,
            long whole,
            long partly,
            long skipped,
            List<Report.Entry> errors,
            List<Report.Tally> warningCounts) {}

    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Caller.PROVIDER)
    @Operation(
            summary = "Push contacts as they happen",
            description =
                    "Rows of the contact format, or of a profile, at most 1 000: whole contacts, or what is new of them: the id and the fields"
                            + " that have changed. A field that is not sent changes nothing, so that rows may come late, repeated and in any order;"
                            + " caller and problem come with line and createdAt. What is pushed is put in place together within the hour"
                            + " (NOLLAN_LIVE_EVERY), as a submission that covers nothing.")
    public Answer post(
            InputStream body,
            @RestQuery @Nullable String system,
            @RestQuery @Nullable String profile,
            @RestQuery @Nullable String provider,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @Context HttpHeaders headers) {
        if (!places.tryAcquire()) {
            throw SubmissionProblems.busy();
        }
        var format = BodyFormat.of(contentType, contentEncoding);
        if (format == null) {
            places.release();
            throw SubmissionProblems.form();
        }
        var today = push.today();
        try (var order = admission.take(
                SubmissionParameters.pushed(system, today.minusDays(DAYS_BACK), today, profile), provider, format)) {
            return answer(
                    push.take(order, BodyFiles.of(body, format, limits)), Wording.of(headers.getAcceptableLanguages()));
        } catch (IOException | RuntimeException e) {
            throw SubmissionProblems.stopped(e, limits);
        } finally {
            places.release();
        }
    }

    private static Answer answer(LivePush.Pushed pushed, Wording wording) {
        return new Answer(
                pushed.rows(),
                pushed.whole(),
                pushed.partly(),
                pushed.skipped(),
                wording.advised(pushed.errors().listed()),
                pushed.warnings().tallies());
    }
}
