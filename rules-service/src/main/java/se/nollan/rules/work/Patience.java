package se.nollan.rules.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/** Keeps trying what fails because something is away, so that no message is lost; to be used on a Vert.x context. */
public final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
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
        if (failure instanceof JDBCException database) {
            String state = database.getSQLState();
            return state == null || !(state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
        }
        return !(failure instanceof Poison
                || failure instanceof NullPointerException
                || failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException);
    }
}
