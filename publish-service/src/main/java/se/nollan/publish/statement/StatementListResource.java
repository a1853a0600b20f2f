package se.nollan.publish.statement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.publish.month.Parameters;
import se.nollan.publish.register.RegisterRepository;

/** The list of statements; drafts are in it for those who may read them. */
@Path("/statements")
@Produces(MediaType.APPLICATION_JSON)
public class StatementListResource {

    private final StatementList statements;
    private final RegisterRepository register;
    private final SessionFactory sessions;
    private final Callers callers;

    StatementListResource(
            StatementList statements, RegisterRepository register, SessionFactory sessions, Callers callers) {
        this.statements = statements;
        this.register = register;
        this.sessions = sessions;
        this.callers = callers;
    }

    @GET
    @PermitAll
    public Uni<Page<StatementList.Entry>> list(
            @QueryParam("region") @Nullable String region,
            @QueryParam("month") @Nullable String month,
            @QueryParam("state") @Nullable String state,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Paging paging = Paging.of(page, limit);
        StatementParameters.checkState(state);
        String inRegion = region == null ? null : Parameters.scope(region).region();
        String ofMonth = month == null ? null : Parameters.month(month).toString();
        return callers.current()
                .chain(this::draftsOf)
                .chain(regions -> statements.page(new StatementList.Filter(inRegion, ofMonth, state, regions), paging));
    }

    /** Regions whose drafts the caller may read: those it oversees, and those in which its providers have units. */
    private Uni<Set<String>> draftsOf(Caller caller) {
        Set<String> regions = new HashSet<>(caller.overseen());
        if (!caller.actsForSome()) {
            return Uni.createFrom().item(regions);
        }
        return sessions.withTransaction(register::newest).map(newest -> {
            newest.ifPresent(found -> found.units().stream()
                    .filter(unit -> caller.providers().contains(unit.provider()))
                    .forEach(unit -> regions.add(unit.region())));
            return regions;
        });
    }
}
