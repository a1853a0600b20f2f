package se.nollan.ingest.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Precondition;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.access.Access;
import se.nollan.ingest.profile.Profiles;

/** Who may bring files for a provider by SFTP, over HTTP. */
@Path("/providers/{provider}/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class InboxResource {
    private final Callers callers;
    private final SessionFactory sessions;
    private final Access access;
    private final InboxRepository inboxes;
    private final InboxServer server;
    private final Profiles profiles;
    private final Clock clock;

    InboxResource(
            Callers callers,
            SessionFactory sessions,
            Access access,
            InboxRepository inboxes,
            InboxServer server,
            Profiles profiles,
            Clock clock) {
        this.callers = callers;
        this.sessions = sessions;
        this.access = access;
        this.inboxes = inboxes;
        this.server = server;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** A folder as it is said and shown. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FolderView(
            @Nullable String name,
            @Nullable String system,
            @Nullable String profile) {}

    /** What is sent in. */
    public record Said(
            @Nullable List<@Nullable String> keys, @Nullable List<@Nullable FolderView> folders) {}

    /**
     * A file that came.
     *
     * @param state waiting, read, or lost: a replica went away before it was read, and it is to be sent again
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileView(
            String folder,
            String name,
            Instant cameAt,
            String state,
            @Nullable UUID submission) {}

    /**
     * The entry.
     *
     * @param hostKey the fingerprint by which the server is known; null: this installation takes no files by SFTP
     * @param files the newest
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String provider,
            long revision,
            List<String> keys,
            List<FolderView> folders,
            @Nullable String hostKey,
            List<FileView> files) {}

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "See who may bring files by SFTP, and what came",
            description =
                    "A provider logs in with its organisation number and one of the keys. Each folder takes the logs of one system; the name"
                            + " of a file says which days it covers, by a month (2026-10), a day or two days. It is read when it is renamed, or has"
                            + " not been written for a minute, and a report takes its place: NAME.report.txt, and"
                            + " NAME.report.csv with its findings.")
    public Uni<Response> get(@RestPath String provider) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> (caller.actsFor(provider)
                                ? Uni.createFrom().voidItem()
                                : access.checkMaySee(session, caller, provider))
                        .chain(() -> inboxes.standing(session, provider))
                        .chain(entry -> answer(session, entry))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.COORDINATOR)
    @Operation(
            summary = "Say who may bring files by SFTP",
            description =
                    "Keys and folders, whole: who is not named may not come in any more, with the next file. By a coordinator of every region where"
                            + " the provider has units. Once something was said, If-Match names the entry that was read.")
    @APIResponse(responseCode = "422", description = "A key or a folder cannot be one; the detail says which.")
    @APIResponse(responseCode = "412", description = "The entry that stands is not the one that If-Match names.")
    @APIResponse(responseCode = "428", description = "An entry stands; name the one that was read in If-Match.")
    public Uni<Response> put(
            @RestPath String provider,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Said said) {
        if (said == null || said.keys() == null || said.folders() == null) {
            throw Problems.badRequest(
                    "incomplete",
                    "Send both lists, {\"keys\": [\"ssh-ed25519 …\"], \"folders\": [{\"name\": \"…\", \"system\": \"…\"}]};"
                            + " either may be empty.");
        }
        var wanted = new InboxEntry(
                provider,
                0,
                said.keys().stream().map(key -> key == null ? "" : key.strip()).toList(),
                said.folders().stream().map(InboxResource::folder).toList());
        var faults = wanted.faults(profiles.names());
        if (!faults.isEmpty()) {
            throw Problems.problem(422, "inbox-refused", "The entry was not taken in", String.join(" ", faults))
                    .build();
        }
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> access.checkMayChange(session, caller, provider)
                        .chain(() -> inboxes.lock(session, provider))
                        .chain(() -> inboxes.standing(session, provider))
                        .invoke(standing ->
                                Precondition.check(ifMatch, tag(standing), standing.revision() > 0, "inbox"))
                        .chain(standing -> standing.saysTheSameAs(wanted)
                                ? Uni.createFrom().item(standing)
                                : add(session, caller, standing, wanted))
                        .chain(entry -> answer(session, entry))));
    }

    private Uni<InboxEntry> add(Session session, Caller caller, InboxEntry standing, InboxEntry wanted) {
        var next = new InboxEntry(standing.provider(), standing.revision() + 1, wanted.keys(), wanted.folders());
        return inboxes.add(session, next, clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.name())
                .replaceWith(next);
    }

    private static InboxEntry.Folder folder(@Nullable FolderView said) {
        return said == null
                ? new InboxEntry.Folder("", "", null)
                : new InboxEntry.Folder(
                        said.name() == null ? "" : said.name(),
                        said.system() == null ? "" : said.system(),
                        said.profile());
    }

    private Uni<Response> answer(Session session, InboxEntry entry) {
        return inboxes.files(session, entry.provider(), true).map(files -> Response.ok(new View(
                        entry.provider(),
                        entry.revision(),
                        entry.keys(),
                        entry.folders().stream()
                                .map(folder -> new FolderView(folder.name(), folder.system(), folder.profile()))
                                .toList(),
                        server.fingerprint(),
                        files.stream()
                                .map(file -> new FileView(
                                        file.folder(), file.name(), file.at(), file.state(), file.submission()))
                                .toList()))
                .tag(new EntityTag(tag(entry)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build());
    }

    private static String tag(InboxEntry entry) {
        return entry.provider() + '.' + entry.revision();
    }
}
