package se.nollan.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** A service's HTTP interface as one client sees it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One connection pool for all: a stack is asked by many clients. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final int PRECONDITION_REQUIRED = 428;

    private final String url;
    private final Supplier<String> token;

    Api(String url, Supplier<String> token) {
        this.url = url;
        this.token = token;
    }

    /** An answer, whatever its status. */
    public record Answer(int status, String text) {

        public boolean isGood() {
            return status / 100 == 2;
        }

        /** The body as JSON; nothing where there is none. */
        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + text, e);
            }
        }
    }

    public JsonNode get(String path) {
        return good("GET", path, ask("GET", path, BodyPublishers.noBody())).json();
    }

    /** The body as text of that media type. */
    public String get(String path, String mediaType) {
        return good("GET", path, ask("GET", path, BodyPublishers.noBody(), "Accept", mediaType))
                .text();
    }

    public JsonNode put(String path, String json) {
        return send("PUT", path, json);
    }

    /** Puts it in the place of whatever stands there. */
    public JsonNode replace(String path, String json) {
        Answer first = ask("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
        return first.status() != PRECONDITION_REQUIRED
                ? good("PUT", path, first).json()
                : good(
                                "PUT",
                                path,
                                ask(
                                        "PUT",
                                        path,
                                        BodyPublishers.ofString(json),
                                        "Content-Type",
                                        "application/json",
                                        "If-Match",
                                        "*"))
                        .json();
    }

    public JsonNode post(String path, String json) {
        return send("POST", path, json);
    }

    /** Sends a body as it is, with the headers that say what it is. */
    public JsonNode post(String path, BodyPublisher body, String... headers) {
        return good("POST", path, ask("POST", path, body, headers)).json();
    }

    /** Asks, and leaves it to the caller what a good answer is. */
    public Answer ask(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token.get())
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + url + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted while waiting for " + url, e);
        }
    }

    private JsonNode send(String method, String path, String json) {
        Answer answer = ask(method, path, BodyPublishers.ofString(json), "Content-Type", "application/json");
        return good(method, path, answer).json();
    }

    private Answer good(String method, String path, Answer answer) {
        if (!answer.isGood()) {
            throw new CannotGoOn(
                    method + " " + url + path + " was answered with " + answer.status() + ": " + answer.text());
        }
        return answer;
    }
}
