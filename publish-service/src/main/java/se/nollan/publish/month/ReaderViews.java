package se.nollan.publish.month;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.figure.Scope;

/** Decides what a caller sees of a month. */
@ApplicationScoped
public class ReaderViews {

    /** What is not signed. */
    public ReaderView of(MonthContent monthContent, List<FigureChange> changes, Caller caller) {
        checkMaySee(monthContent.scope(), caller);
        if (caller.oversees(monthContent.scope().region())) {
            return ReaderView.toRegion(monthContent, changes);
        }
        ReaderView own = ReaderView.toProvider(monthContent, changes, caller.providers());
        if (own.figures().isEmpty()) {
            throw notTheirs(monthContent.scope());
        }
        return own;
    }

    /** Turns away, before anything is read, whoever can see nothing that is not signed of the region. */
    void checkMaySee(Scope scope, Caller caller) {
        if (caller.isNobody()) {
            throw new UnauthorizedException("This needs a token.");
        }
        if (!caller.oversees(scope.region()) && !caller.actsForSome()) {
            throw notTheirs(scope);
        }
    }

    private static HttpProblem notTheirs(Scope scope) {
        return Problems.notAllowed("Figures of region " + scope.region()
                + " that are not signed are for its coordinators and auditors, and for providers with units in it.");
    }
}
