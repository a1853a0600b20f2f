package se.nollan.ingest.submission;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.profile.Profiles;
import se.nollan.ingest.profile.UnknownWords;
import se.nollan.ingest.report.Report;

/** Tries a profile on a piece of a log. Stores nothing. */
@Path("/vendor-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
@RegisterForReflection(
        targets = {Preview.Body.class, Report.Skipped.class, Preview.UnknownLine.class, UnknownWords.Word.class})
public class PreviewResource {
    private final Profiles profiles;
    private final ProfileTrials trials;

    PreviewResource(Profiles profiles, ProfileTrials trials) {
        this.profiles = profiles;
        this.trials = trials;
    }

    @POST
    @Path("{id}/previews")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR})
    @Operation(
            summary = "Try a layout on a piece of a log",
            description =
                    "The contacts that it makes (ids and callers as shapes), each row that it skips or refuses and why, columns that it"
                            + " does not read and words that it does not speak of. Stores nothing. With `system` and `provider`, lines"
                            + " are looked up in the register.")
    public Preview.Body of(
            InputStream body,
            @RestPath String id,
            @RestQuery @Nullable String system,
            @RestQuery @Nullable String provider,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding)
            throws IOException {
        var profile = profiles.named(id);
        if (profile == null) {
            throw Problems.notFound("There is no such profile. Known are " + String.join(", ", profiles.names()) + ".");
        }
        var format = BodyFormat.of(contentType, contentEncoding);
        if (format == null) {
            throw SubmissionProblems.form();
        }
        return trials.of(profile, body, format, new ProfileTrials.Source(system, provider));
    }

    @POST
    @Path("previews")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR})
    @Operation(
            summary = "Try a layout of one's own on a piece of a log",
            description =
                    "A form: the part `profile` with the file of the layout first, then the files of the log. What is wrong with the layout"
                            + " is told by line.")
    public Preview.Body ofOwn(
            InputStream body,
            @RestQuery @Nullable String system,
            @RestQuery @Nullable String provider,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType)
            throws IOException {
        var format = BodyFormat.of(contentType, null);
        if (format == null) {
            throw SubmissionProblems.form();
        }
        if (format.boundary() == null) {
            throw ProfileTrials.profileMissing();
        }
        return trials.ofOwn(body, format, new ProfileTrials.Source(system, provider));
    }
}
