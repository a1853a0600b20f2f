package se.nollan.ingest.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds every body to a limit by what it is: a submission may be large, a document of JSON may not. A submission whose
 * length is not said beforehand is counted where it is read.
 */
@ApplicationScoped
public class BodyLimit {

    private static final String SUBMISSIONS = "/ingest/v1/submissions";

    private final long submission;
    private final long document;

    BodyLimit(
            @ConfigProperty(name = "nollan.limits.submission") MemorySize submission,
            @ConfigProperty(name = "nollan.limits.document") MemorySize document) {
        this.submission = submission.asLongValue();
        this.document = document.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, 200);
    }

    private void check(RoutingContext exchange) {
        boolean isSubmission = SUBMISSIONS.equals(exchange.normalizedPath());
        long limit = isSubmission ? submission : document;
        if (length(exchange) > limit) {
            refuse(exchange, Problems.tooLarge(limit));
        } else if (!isSubmission && exchange.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            // A document is read whole into memory: how much that will be must be known first.
            refuse(exchange, Problems.lengthRequired());
        } else {
            exchange.next();
        }
    }

    private static long length(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static void refuse(RoutingContext exchange, HttpProblem problem) {
        exchange.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                // What is still on its way is not read.
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject()
                        .put("type", problem.getType().toString())
                        .put("title", problem.getTitle())
                        .put("status", problem.getStatusCode())
                        .put("detail", problem.getDetail())
                        .put("instance", exchange.normalizedPath())
                        .encode());
    }
}
