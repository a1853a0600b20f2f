package se.nollan.base.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds every body to a limit, with a problem that says so: a document of JSON is small, and where the service takes {@link
 * StreamedBodies} as well, its length must be said beforehand. Elsewhere the server counts what is sent in chunks.
 */
@ApplicationScoped
public class BodyLimit {

    /** Before the server looks, whose own answer is empty. */
    private static final int FIRST = 10_000;

    private final long document;
    private final Instance<StreamedBodies> streamed;

    BodyLimit(@ConfigProperty(name = "nollan.limits.document") MemorySize document, Instance<StreamedBodies> streamed) {
        this.document = document.asLongValue();
        this.streamed = streamed;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext exchange) {
        boolean streams = streamed.isResolvable();
        boolean isStreamed = streams && streamed.get().at(exchange.normalizedPath());
        long limit = isStreamed ? streamed.get().limit() : document;
        if (length(exchange) > limit) {
            refuse(exchange, Problems.tooLarge(limit));
        } else if (streams && !isStreamed && exchange.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
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
