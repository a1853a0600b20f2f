package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Paging;
import se.nollan.base.security.Caller;

/** What waits to be evaluated, for the operator. */
@Path("/evaluation-queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation")
public class QueueResource {

    private final SessionFactory sessions;
    private final Backlog backlog;

    QueueResource(SessionFactory sessions, Backlog backlog) {
        this.sessions = sessions;
        this.backlog = backlog;
    }

    /**
     * The queue.
     *
     * @param dirty unit-days that wait for evaluation because something came
     * @param oldest since when the oldest of them waits
     * @param background unit-days that are to be evaluated again, behind those: see re-evaluations
     * @param parked unit-days whose evaluation failed
     * @param waitingGroups groups of contacts that wait for a part or a register version
     * @param refusedGroups groups that could not be taken in: see refused-groups
     * @param items the parked unit-days of this page
     */
    public record Queue(
            long dirty,
            @Nullable Instant oldest,
            long background,
            long parked,
            long waitingGroups,
            long refusedGroups,
            @Nullable Instant oldestGroup,
            List<Parked> items,
            int page,
            int limit,
            long total) {}

    /** A unit-day that cannot be evaluated, and why. */
    public record Parked(String unit, LocalDate date, Instant parkedAt, String reason) {}

    @GET
    @RolesAllowed(Caller.OPERATOR)
    @Operation(
            summary = "What waits to be evaluated",
            description =
                    "How many unit-days and groups of contacts wait, since when, and which unit-days could not be evaluated and why."
                            + " A parked unit-day is tried again when something of it changes. No contacts.")
    public Uni<Queue> queue(
            @Parameter(description = "items on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page, from 1") @RestQuery @DefaultValue("1") int page) {
        Paging paging = Paging.of(page, limit);
        return sessions.withTransaction(
                session -> backlog.counts(session).chain(counts -> backlog.parked(session, paging)
                        .map(parked -> new Queue(
                                counts.dirty(),
                                counts.oldest(),
                                counts.background(),
                                counts.parked(),
                                counts.groups(),
                                counts.refusedGroups(),
                                counts.oldestGroup(),
                                parked,
                                page,
                                limit,
                                counts.parked()))));
    }
}
