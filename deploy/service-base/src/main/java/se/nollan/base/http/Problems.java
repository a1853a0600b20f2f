package se.nollan.base.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** The problems (RFC 9457) that several features answer with. The detail says in plain words what to do. */
public final class Problems {

    /** How long a caller is asked to wait while something behind us is away. */
    public static final int RETRY_AFTER_SECONDS = 10;

    private Problems() {}

    /** The start of a problem with a type of our own: {@code urn:nollan:problem:<name>}. */
    public static HttpProblem.Builder problem(int status, String name, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:nollan:problem:" + name))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }

    /** The same problem, with the path of the request that it is about. */
    public static HttpProblem at(String path, HttpProblem problem) {
        return HttpProblem.builder(problem).withInstance(URI.create(path)).build();
    }

    /** The answer that a problem is, with the path that was asked for. */
    public static Response answer(HttpProblem problem, UriInfo request) {
        return at(request.getRequestUri().getRawPath(), problem).toResponse();
    }

    public static HttpProblem badRequest(String name, String detail) {
        return problem(400, name, "The request cannot be read", detail).build();
    }

    public static HttpProblem notAllowed(String detail) {
        return problem(403, "not-allowed", "Not allowed", detail).build();
    }

    public static HttpProblem notFound(String detail) {
        return problem(404, "not-found", "Not found", detail).build();
    }

    /** What stands does not let it be done; nothing was. */
    public static HttpProblem conflict(String name, String detail) {
        return problem(409, name, "It cannot be done", detail + " Nothing was changed.")
                .build();
    }

    public static HttpProblem tooLarge(long limit) {
        return problem(
                        413,
                        "too-large",
                        "The body is too large",
                        "A body may have at most " + limit + " bytes here. Send less at a time.")
                .build();
    }

    public static HttpProblem lengthRequired() {
        return problem(
                        411,
                        "length-required",
                        "The length is not said",
                        "Say how long the body is (Content-Length) instead of sending it in chunks.")
                .build();
    }

    /** Others are being served; nothing was done. */
    public static HttpProblem busy(String detail) {
        return problem(503, "busy", "Not right now", detail)
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    /** Something behind us is away for now; nothing was done. */
    public static HttpProblem unavailable(String what) {
        return problem(
                        503,
                        "unavailable",
                        "Not available right now",
                        what + " does not answer. Nothing was changed; try again in a while.")
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
