package se.nollan.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
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

    /**
     * A preview.
     *
     * @param question to be sent to the rules as it is; null: it was not asked for, or nothing was made
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreviewView(
            @JsonUnwrapped Preview.Body made, @Nullable JsonNode question) {}

    private static PreviewView view(ProfileTrials.Answer answer) {
        return new PreviewView(answer.made(), answer.question());
    }

    private static ProfileTrials.Source source(
            @Nullable String system, @Nullable String provider, @Nullable String question) {
        return new ProfileTrials.Source(
                system, provider, "true".equals(Parameters.word("question", question, List.of("true", "false"))));
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
                            + " are looked up in the register. The contact format itself is the layout canonical. With `question=true` the answer also has a `question`, the first 20 000 contacts"
                            + " by their rows, callers by keys that nobody has: sent as it is to POST /rules/v1/evaluations it"
                            + " is answered by what the measure would say of each.")
    public PreviewView of(
            InputStream body,
            @RestPath String id,
            @RestQuery @Nullable String system,
            @RestQuery @Nullable String provider,
            @RestQuery @Nullable String question,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding)
            throws IOException {
        var profile = profiles.named(id);
        var canonical = id.equals(Profiles.CANONICAL);
        if (profile == null && !canonical) {
            throw Problems.notFound("There is no such profile. Known are " + String.join(", ", profiles.names()) + ".");
        }
        var format = BodyFormat.of(contentType, contentEncoding);
        if (format == null) {
            throw SubmissionProblems.form();
        }
        var asked = source(system, provider, question);
        return view(
                profile == null ? trials.ofCanonical(body, format, asked) : trials.of(profile, body, format, asked));
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
                            + " is told by line. `question` is as above.")
    public PreviewView ofOwn(
            InputStream body,
            @RestQuery @Nullable String system,
            @RestQuery @Nullable String provider,
            @RestQuery @Nullable String question,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType)
            throws IOException {
        var format = BodyFormat.of(contentType, null);
        if (format == null) {
            throw SubmissionProblems.form();
        }
        if (format.boundary() == null) {
            throw ProfileTrials.profileMissing();
        }
        return view(trials.ofOwn(body, format, source(system, provider, question)));
    }
}
