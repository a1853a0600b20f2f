package se.nollan.ingest.slice;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.outbox.Outbox;
import se.nollan.base.security.Caller;

/** Sends again what stands: for a rules-service that lost its copy. Consumers ignore what they have. */
@Path("/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation")
public class ReplayResource {
    private final SessionFactory sessions;
    private final SliceRepository sliceRepository;
    private final Outbox outbox;

    ReplayResource(SessionFactory sessions, SliceRepository sliceRepository, Outbox outbox) {
        this.sessions = sessions;
        this.sliceRepository = sliceRepository;
        this.outbox = outbox;
    }

    /** The days to send again, both included. */
    public record Replay(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** How many messages were put in the outbox. */
    public record Replayed(LocalDate from, LocalDate to, long messages) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @ResponseStatus(202)
    @Operation(
            summary = "Send the slices of a period again",
            description =
                    "Every slice that stands on a day from `from` to `to` is put in the outbox again, in order of days.")
    public Uni<Replayed> replay(@Nullable Replay asked) {
        if (asked == null
                || asked.from() == null
                || asked.to() == null
                || asked.to().isBefore(asked.from())) {
            throw Problems.badRequest("wrong-period", "Give from and to as dates such as 2026-10-31, in that order.");
        }
        var from = asked.from();
        var to = asked.to();
        return sessions.withTransaction(session ->
                        sliceRepository.messages(session, from, to).call(messages -> outbox.append(session, messages)))
                .invoke(outbox::nudge)
                .map(messages -> new Replayed(from, to, messages.size()));
    }
}
