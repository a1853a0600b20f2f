package se.nollan.publish.statement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.access.Caller;
import se.nollan.publish.access.Callers;
import se.nollan.publish.http.Workers;
import se.nollan.publish.messages.Backlog;

/** A month as it stands now, before anything is drafted. */
@Path("/publish/v1/months/{month}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR, Caller.PROVIDER})
public class MonthResource {

    private final Months months;
    private final MonthRepository rows;
    private final Views views;
    private final Callers callers;
    private final Workers workers;
    private final Backlog backlog;

    MonthResource(Months months, MonthRepository rows, Views views, Callers callers, Workers workers, Backlog backlog) {
        this.months = months;
        this.rows = rows;
        this.views = views;
        this.callers = callers;
        this.workers = workers;
        this.backlog = backlog;
    }

    @GET
    public Uni<MonthBody> figures(@PathParam("month") String text, @QueryParam("region") @Nullable String region) {
        Scope scope = Parameters.scope(region);
        YearMonth month = Parameters.month(text);
        return allowed(scope).chain(caller -> months.figures(scope, month)
                .chain(figures -> workers.compute(() -> MonthBody.of(figures, shown(figures, caller)))));
    }

    @GET
    @Path("/readiness")
    public Uni<ReadinessBody> readiness(
            @PathParam("month") String text, @QueryParam("region") @Nullable String region) {
        Scope scope = Parameters.scope(region);
        YearMonth month = Parameters.month(text);
        return allowed(scope).chain(caller -> months.figures(scope, month).chain(figures -> rows.submissions(
                        scope, month)
                .chain(submissions -> backlog.messages().map(waiting -> {
                    Shown shown = shown(figures, caller);
                    boolean over = months.isOver(month);
                    return shown.to() == Shown.To.REGION
                            ? ReadinessBody.ofRegion(figures, shown, submissions, over, waiting)
                            : ReadinessBody.ofProvider(figures, shown, submissions, over, waiting, caller.providers());
                }))));
    }

    /** Whoever is bound to other regions is told so before anything is summed. */
    private Uni<Caller> allowed(Scope scope) {
        return callers.current().invoke(caller -> views.checkMaySee(scope, caller));
    }

    private Shown shown(MonthFigures figures, Caller caller) {
        return views.of(figures.content(), List.of(), caller);
    }
}
