package se.nollan.rules.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of every failure that is not one yet; none tells of our insides. */
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** Before those of the problem extension, whose 401 does not fit this Quarkus. */
    private static final int FIRST = 1;

    @ServerExceptionMapper(priority = FIRST)
    Response noToken(UnauthorizedException failure, UriInfo request) {
        return answer(
                unauthorized("Bearer", "There is no token. Get one by client credentials and send it as Bearer."),
                request);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response badToken(AuthenticationFailedException failure, UriInfo request) {
        return answer(
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
        return answer(Problems.notAllowed("No role of yours may do this. See the table of roles."), request);
    }

    @ServerExceptionMapper(priority = FIRST)
    Response notFound(NotFoundException failure, UriInfo request) {
        return answer(Problems.notFound("There is nothing here. The API is described at /rules/v1/openapi."), request);
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
        return answer(
                Problems.problem(
                                status, "http-" + status, title, detail + " The API is described at /rules/v1/openapi.")
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
        return answer(
                Problems.badRequest(
                        "not-the-form",
                        "The body is not JSON, has a field that is not known here, or a value of another kind than is"
                                + " asked for. The API is described at /rules/v1/openapi."),
                request);
    }

    /** The last resort: an outage is 503, anything else is our fault. */
    @ServerExceptionMapper(priority = FIRST)
    Response unexpected(Exception failure, UriInfo request) {
        return answer(
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

    private static Response answer(HttpProblem problem, UriInfo request) {
        return HttpProblem.builder(problem)
                .withInstance(URI.create(request.getRequestUri().getRawPath()))
                .build()
                .toResponse();
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
            String state = failure instanceof PgException postgres
                    ? postgres.getSqlState()
                    : failure instanceof SQLException sql ? sql.getSQLState() : null;
            return failure.getClass().getName() + (state == null ? "" : ", SQL state " + state);
        }
    }
}
