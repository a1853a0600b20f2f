package se.nollan.publish.statement;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.nollan.publish.access.Caller;
import se.nollan.publish.http.Problems;

/** Decides what a caller sees of a month. */
@ApplicationScoped
class Views {

    private final long suppressBelow;

    Views(@ConfigProperty(name = "nollan.suppress-below") long suppressBelow) {
        this.suppressBelow = suppressBelow;
    }

    long suppressBelow() {
        return suppressBelow;
    }

    /** A statement: a signed one is everybody's, suppressed; a draft is the region's, and a provider's as far as it is its own. */
    Shown of(Statement statement, Caller caller) {
        if (statement.signed() == null || caller.oversees(region(statement))) {
            return of(statement.content(), statement.changes(), caller);
        }
        return Shown.toPublic(statement.content(), statement.changes(), suppressBelow);
    }

    /** What is not signed. */
    Shown of(Content content, List<Change> changes, Caller caller) {
        checkMaySee(content.scope(), caller);
        if (caller.oversees(content.scope().region())) {
            return Shown.toRegion(content, changes);
        }
        Shown own = Shown.toProvider(content, changes, caller.providers());
        if (own.figures().isEmpty()) {
            throw notTheirs(content.scope());
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

    private static String region(Statement statement) {
        return statement.id().scope().region();
    }
}
