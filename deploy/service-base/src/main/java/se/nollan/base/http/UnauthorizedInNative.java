package se.nollan.base.http;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * The problem extension reads a field of a challenge that this Quarkus no longer has; a native binary is not built with such a thing in it.
 * Nothing comes here: {@link Failures} answers first.
 */
@TargetClass(className = "io.quarkiverse.resteasy.problem.security.HttpUnauthorizedUtils")
final class UnauthorizedInNative {

    private UnauthorizedInNative() {}

    @Substitute
    static Uni<HttpProblem> toProblem(RoutingContext exchange, Exception failure) {
        return Uni.createFrom()
                .item(Problems.problem(401, "no-valid-token", "Who are you?", "There is no valid token.")
                        .build());
    }
}
