package se.nollan.ingest.http;

import io.quarkus.oidc.OIDCException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a failure that passes when something comes back from one that does not. */
public final class Outage {

    /** Shutting down or starting (57P0x), out of connections (53300), the connection itself (08…: prefix). */
    private static final Set<String> PASSING = Set.of("57P01", "57P02", "57P03", "53300");

    private Outage() {}

    /** What is away, in words for the caller; empty when the failure is of another kind. */
    public static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException) {
                return Optional.of("The identity provider");
            }
            if (isDatabaseAway(cause)) {
                return Optional.of("The database");
            }
        }
        return Optional.empty();
    }

    private static boolean isDatabaseAway(Throwable cause) {
        if (cause instanceof PgException postgres) {
            return isPassing(postgres.getSqlState());
        }
        if (cause instanceof SQLException sql) {
            return isPassing(sql.getSQLState());
        }
        return cause instanceof ClosedConnectionException
                || cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof ClosedChannelException
                || cause instanceof TimeoutException
                // What the pool says when no connection came free; it has no type of its own.
                || "Timeout".equals(cause.getMessage());
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null && (PASSING.contains(state) || state.startsWith("08"));
    }
}
