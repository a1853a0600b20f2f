package se.nollan.publish.month;

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
import se.nollan.base.messaging.Workers;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.messages.TopicBacklog;

/** A month as it stands now, before anything is drafted. */
@Path("/months/{month}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR, Caller.PROVIDER})
public class MonthResource {

    private final CurrentMonth currentMonth;
    private final MonthRepository rows;
    private final ReaderViews readerViews;
    private final Callers callers;
    private final TopicBacklog topicBacklog;

    MonthResource(
            CurrentMonth currentMonth,
            MonthRepository rows,
            ReaderViews readerViews,
            Callers callers,
            TopicBacklog topicBacklog) {
        this.currentMonth = currentMonth;
        this.rows = rows;
        this.readerViews = readerViews;
        this.callers = callers;
        this.topicBacklog = topicBacklog;
    }

    @GET
    public Uni<MonthBody> figures(@PathParam("month") String text, @QueryParam("region") @Nullable String region) {
        Scope scope = Parameters.scope(region);
        YearMonth month = Parameters.month(text);
        return allowed(scope).chain(caller -> currentMonth
                .figures(scope, month)
                .chain(figures -> Workers.compute(() -> MonthBody.of(figures, shown(figures, caller)))));
    }

    @GET
    @Path("/readiness")
    public Uni<ReadinessBody> readiness(
            @PathParam("month") String text, @QueryParam("region") @Nullable String region) {
        Scope scope = Parameters.scope(region);
        YearMonth month = Parameters.month(text);
        return allowed(scope)
                .chain(caller -> currentMonth.figures(scope, month).chain(figures -> rows.submissions(scope, month)
                        .chain(submissions -> topicBacklog.messages().map(waiting -> {
                            ReaderView readerView = shown(figures, caller);
                            boolean over = currentMonth.isOver(month);
                            return readerView.to() == ReaderView.To.REGION
                                    ? ReadinessBody.ofRegion(figures, readerView, submissions, over, waiting)
                                    : ReadinessBody.ofProvider(
                                            figures, readerView, submissions, over, waiting, caller.providers());
                        }))));
    }

    /** Whoever is bound to other regions is told so before anything is summed. */
    private Uni<Caller> allowed(Scope scope) {
        return callers.current().invoke(caller -> readerViews.checkMaySee(scope, caller));
    }

    private ReaderView shown(MonthFigures figures, Caller caller) {
        return readerViews.of(figures.content(), List.of(), caller);
    }
}
