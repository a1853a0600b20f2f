package se.nollan.base.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import se.nollan.base.database.SqlFailure;

/** Makes a problem of every failure that is not one yet; none tells of our insides. */
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** Before those of the problem extension, whose 401 does not fit this Quarkus. */
    private static final int FIRST = 1;

    /** As ours are: what else somebody sends is not repeated. */
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{0,30}");

    private final String described;

    Failures(@ConfigProperty(name = "nollan.api.path") String path) {
        this.described = "The API is described at " + path + "/openapi.";
    }

    /** With the path as it was asked for, which the extension leaves the API's own path out of. */
    @ServerExceptionMapper(priority = FIRST)
    Response problem(HttpProblem problem, UriInfo request) {
        return Problems.answer(problem, request);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response noToken(UnauthorizedException failure, UriInfo request) {
        return Problems.answer(
                unauthorized("Bearer", "There is no token. Get one by client credentials and send it as Bearer."),
                request);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response badToken(AuthenticationFailedException failure, UriInfo request) {
        return Problems.answer(
                Outage.of(failure)
                        .map(Problems::unavailable)
                        .orElseGet(() -> unauthorized(
                                "Bearer error=\"invalid_token\"",
                                "The token is not valid here: it has run out, or is of another issuer or audience. Get a"
                                        + " new one.")),
                request);
    }

    private static HttpProblem unauthorized(String challenge, String detail) {
        return Problems.problem(401, "no-valid-token", "Who are you?", detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    @ServerExceptionMapper(priority = FIRST)
    Response forbidden(ForbiddenException failure, UriInfo request) {
        return Problems.answer(Problems.notAllowed("No role of yours may do this. See the table of roles."), request);
    }

    /** The server calls it not found, too, where a parameter is no number; which one it was it does not say. */
    @ServerExceptionMapper(priority = FIRST)
    Response notFound(NotFoundException failure, UriInfo request) {
        List<String> unread =
                failure.getCause() instanceof NumberFormatException cause ? parameters(request, cause) : List.of();
        return Problems.answer(
                unread.isEmpty()
                        ? Problems.notFound("There is nothing here. " + described)
                        : Problems.badRequest(
                                "bad-parameter",
                                String.join(", ", unread) + ": a whole number is asked for. " + described),
                request);
    }

    /** Names of the parameters of the query that have the value that could not be read. */
    private static List<String> parameters(UriInfo request, NumberFormatException unread) {
        String message = String.valueOf(unread.getMessage());
        return request.getQueryParameters().entrySet().stream()
                .filter(parameter -> NAME.matcher(parameter.getKey()).matches())
                .filter(parameter ->
                        parameter.getValue().stream().anyMatch(value -> message.contains('"' + value + '"')))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @ServerExceptionMapper(priority = FIRST)
    Response ofHttp(WebApplicationException failure, UriInfo request) {
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(failure, request);
        }
        String detail =
                switch (status) {
                    case 400 -> "The body or a parameter is not of the form that is asked for here.";
                    case 405 -> "This method is not for this address.";
                    case 406 -> "The form that is asked for (Accept) is not given here.";
                    case 413 -> "The body is larger than is allowed here. Send less at a time.";
                    case 415 -> "A body of this type (Content-Type) is not taken here.";
                    default -> "The request cannot be served.";
                };
        String title = failure.getResponse().getStatusInfo().getReasonPhrase();
        return Problems.answer(
                Problems.problem(status, "http-" + status, title, detail + " " + described)
                        .build(),
                request);
    }

    /** Jackson's own words would quote the body. */
    @ServerExceptionMapper(
            value = {
                UnrecognizedPropertyException.class,
                InvalidFormatException.class,
                MismatchedInputException.class,
                JsonProcessingException.class
            },
            priority = FIRST)
    Response unreadable(JsonProcessingException failure, UriInfo request) {
        return Problems.answer(
                Problems.badRequest(
                        "not-the-form",
                        "The body is not JSON, has a field that is not known here, or a value of another kind than is"
                                + " asked for. "
                                + described),
                request);
    }

    /** The last resort: an outage is 503, anything else is our fault. */
    @ServerExceptionMapper(priority = FIRST)
    Response unexpected(Exception failure, UriInfo request) {
        return Problems.answer(
                Outage.of(failure).map(Problems::unavailable).orElseGet(() -> {
                    LOG.error("A request failed unexpectedly", new Withheld(failure));
                    return Problems.problem(
                                    500,
                                    "unexpected",
                                    "Something went wrong here",
                                    "The fault is in this service, not in the request. It is logged; tell the operator"
                                            + " the time.")
                            .build();
                }),
                request);
    }

    /** A failure without its message: a message may quote what was sent in, and that may be a personal number. */
    private static final class Withheld extends RuntimeException {

        Withheld(Throwable failure) {
            super(
                    kind(failure) + " (message withheld)",
                    failure.getCause() == null ? null : new Withheld(failure.getCause()),
                    false,
                    true);
            setStackTrace(failure.getStackTrace());
        }

        private static String kind(Throwable failure) {
            return failure.getClass().getName()
                    + SqlFailure.state(failure)
                            .map(state -> ", SQL state " + state)
                            .orElse("");
        }
    }
}
