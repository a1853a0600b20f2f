package se.nollan.publish.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** The last resort: an outage is 503, anything else is our fault and 500; neither tells of our insides. */
@Provider
@Priority(1)
public class FailureMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    @Override
    public Response toResponse(Exception failure) {
        return Outage.of(failure)
                .map(Problems::unavailable)
                .orElseGet(() -> unexpected(failure))
                .toResponse();
    }

    private static HttpProblem unexpected(Exception failure) {
        LOG.error("A request failed unexpectedly", new Withheld(failure));
        return Problems.problem(
                        500,
                        "unexpected",
                        "Something went wrong here",
                        "The fault is in this service, not in the request. It is logged; tell the operator the time.")
                .build();
    }

    /** A failure without its message: a message may quote what was sent in, and that may be a personal number. */
    private static final class Withheld extends RuntimeException {

        Withheld(Throwable failure) {
            super(
                    failure.getClass().getName() + " (message withheld)",
                    failure.getCause() == null || failure.getCause() == failure
                            ? null
                            : new Withheld(failure.getCause()),
                    false,
                    true);
            setStackTrace(failure.getStackTrace());
        }
    }
}
