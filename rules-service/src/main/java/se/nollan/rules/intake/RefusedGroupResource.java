package se.nollan.rules.intake;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;

/** Groups of contacts that could not be taken in, for the operator. */
@Path("/refused-groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation")
public class RefusedGroupResource {

    private final SessionFactory sessions;
    private final RefusedGroupRepository repository;

    RefusedGroupResource(SessionFactory sessions, RefusedGroupRepository repository) {
        this.sessions = sessions;
        this.repository = repository;
    }

    @GET
    @RolesAllowed(Caller.OPERATOR)
    @Operation(
            summary = "Groups of contacts that could not be taken in",
            description =
                    "Their parts do not fit together, so none of their slices is in any figure, and their month is not signed."
                            + " Have ingest-service send the days of the submission again (POST /ingest/v1/replays), then dismiss the"
                            + " group. No contacts.")
    public Uni<Page<RefusedGroup>> list(
            @Parameter(description = "items on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page, from 1") @RestQuery @DefaultValue("1") int page) {
        Paging paging = Paging.of(page, limit);
        return sessions.withTransaction(session -> repository
                .count(session)
                .chain(total -> repository.list(session, paging).map(items -> new Page<>(items, page, limit, total))));
    }

    @DELETE
    @Path("/{group}")
    @RolesAllowed(Caller.OPERATOR)
    @Operation(summary = "Take a group off the list, when its days have been sent again")
    public Uni<Void> dismiss(@Parameter(example = "0b9e7f1c-6a53-4e9e-8d25-5f1f1c1f7a01") @RestPath String group) {
        return sessions.withTransaction(session -> repository.dismiss(session, group))
                .invoke(found -> {
                    if (!found) {
                        throw Problems.notFound("There is no such group. Ask for the list.");
                    }
                })
                .replaceWithVoid();
    }
}
