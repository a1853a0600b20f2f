package se.nollan.base.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds every body to a limit, with a problem that says so: a document of JSON is small, and where the service takes {@link
 * StreamedBodies} as well, its length must be said beforehand. Elsewhere the server counts what is sent in chunks. Who sends one so
 * slowly that it holds up others is cut off.
 */
@ApplicationScoped
public class BodyLimit {

    /** Before the server looks, whose own answer is empty. */
    private static final int FIRST = 10_000;

    private final long document;
    private final Duration longest;
    private final Instance<StreamedBodies> streamed;

    BodyLimit(
            @ConfigProperty(name = "nollan.limits.document") MemorySize document,
            @ConfigProperty(name = "nollan.limits.longest-document", defaultValue = "PT1M") Duration longest,
            Instance<StreamedBodies> streamed) {
        this.document = document.asLongValue();
        this.longest = longest;
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
            if (!isStreamed || !streamed.get().mindsItsTime()) {
                cutOffWhenSlow(exchange);
            }
            exchange.next();
        }
    }

    private void cutOffWhenSlow(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        long timer = exchange.vertx().setTimer(longest.toMillis(), late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        exchange.addEndHandler(done -> exchange.vertx().cancelTimer(timer));
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
