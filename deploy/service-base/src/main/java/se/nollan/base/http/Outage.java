package se.nollan.base.http;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.oidc.OIDCException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import se.nollan.base.database.SqlFailure;

/** Tells a failure that passes when something comes back from one that does not. */
public final class Outage {

    private Outage() {}

    /** What is away, in words for the caller; empty when the failure is of another kind. */
    public static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException) {
                return Optional.of("The identity provider");
            }
            if (cause instanceof RetriableException) {
                return Optional.of("The message broker");
            }
            if (isDatabaseAway(cause)) {
                return Optional.of("The database");
            }
        }
        return Optional.empty();
    }

    private static boolean isDatabaseAway(Throwable cause) {
        Optional<String> state = SqlFailure.state(cause);
        if (state.isPresent() || cause instanceof PgException) {
            // A statement that is wrong (42) is our own fault, whoever asks.
            return state.filter(known -> !SqlFailure.isOfTheRows(known) && !known.startsWith("42"))
                    .isPresent();
        }
        // A body that is not JSON is the caller's, though Jackson calls it an IOException.
        return cause instanceof IOException && !(cause instanceof JacksonException)
                || cause instanceof ClosedConnectionException
                || cause instanceof ClosedChannelException
                || cause instanceof TimeoutException
                // What the pool says when no connection came free; it has no type of its own.
                || "Timeout".equals(cause.getMessage());
    }
}
