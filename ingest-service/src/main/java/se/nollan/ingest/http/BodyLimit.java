package se.nollan.ingest.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Holds every body to a limit by what it is: a submission may be large, a document of JSON may not. */
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
        long limit = SUBMISSIONS.equals(exchange.normalizedPath()) ? submission : document;
        // A body whose length is not said beforehand is counted as it comes, against this.
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        if (length(exchange) > limit) {
            refuse(exchange, limit);
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

    private static void refuse(RoutingContext exchange, long limit) {
        var problem = Problems.tooLarge(limit);
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
