package se.nollan.rules.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/** Keeps trying what fails because something is away, so that no message is lost; to be used on a Vert.x context. */
public final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Set<String> STAYS = Set.of("22", "23", "42");
    private static final Set<Class<?>> OURS = Set.of(
            Poison.class,
            NullPointerException.class,
            IllegalArgumentException.class,
            IndexOutOfBoundsException.class,
            ArrayIndexOutOfBoundsException.class,
            ClassCastException.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Patience() {}

    /** Does the work until it does not fail for a passing reason; the result comes on the context of the caller. */
    public static <T> Uni<T> with(Supplier<Uni<T>> work) {
        Executor here = here();
        // A retry starts on a timer's thread, and a session opens on a context only.
        return Uni.createFrom()
                .<T>deferred(work::get)
                .runSubscriptionOn(here)
                .onFailure(Patience::passes)
                .invoke(failure ->
                        LOG.warnf("Trying again: %s", failure.getClass().getName()))
                .onFailure(Patience::passes)
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely()
                .emitOn(here);
    }

    /** Does heavy work on a worker thread; the result comes on the context of the caller. */
    public static <T> Uni<T> aside(Callable<T> work) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a Vert.x context");
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }

    /** Runs commands on the context of the caller. */
    public static Executor here() {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a Vert.x context");
        return command -> context.runOnContext(nothing -> command.run());
    }

    /**
     * Whether the failure may be another the next time. What PostgreSQL says of the data (22), of a constraint (23) or of the
     * statement (42) stays; so do our own faults. Whatever else there is, waiting loses nothing.
     */
    public static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (OURS.contains(cause.getClass()) || STAYS.contains(classOf(cause))) {
                return false;
            }
        }
        return true;
    }

    /** The first two characters of the SQL state; empty where there is none. */
    private static String classOf(Throwable cause) {
        String state = null;
        if (cause instanceof JDBCException database) {
            state = database.getSQLState();
        } else if (cause instanceof PgException database) {
            state = database.getSqlState();
        }
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
