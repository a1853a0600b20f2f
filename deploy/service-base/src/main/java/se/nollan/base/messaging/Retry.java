package se.nollan.base.messaging;

import com.fasterxml.jackson.core.JacksonException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import se.nollan.base.database.SqlFailure;

/** Keeps trying what fails because something is away, so that no message is lost; to be used on a Vert.x context. */
public final class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);
    private static final Set<Class<?>> OURS = Set.of(
            Poison.class,
            NullPointerException.class,
            IllegalArgumentException.class,
            IndexOutOfBoundsException.class,
            ArrayIndexOutOfBoundsException.class,
            ClassCastException.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Retry() {}

    /** Does the work until it does not fail for a passing reason; the result comes on the context of the caller. */
    public static <T> Uni<T> with(Supplier<Uni<T>> work) {
        Executor here = here();
        // A retry starts on a timer's thread, and a session opens on a context only.
        return Uni.createFrom()
                .<T>deferred(work::get)
                .runSubscriptionOn(here)
                .onFailure(Retry::passes)
                .invoke(failure ->
                        LOG.warnf("Trying again: %s", failure.getClass().getName()))
                .onFailure(Retry::passes)
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely()
                .emitOn(here);
    }

    /** Runs commands on the context of the caller. */
    public static Executor here() {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "a Vert.x context");
        return command -> context.runOnContext(nothing -> command.run());
    }

    /**
     * Whether the failure may be another the next time. What the message itself causes stays: that it cannot be read, what a
     * database says of its rows, and the faults of our own that it runs into. Whatever else there is, waiting loses nothing.
     */
    public static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (OURS.contains(cause.getClass())
                    || cause instanceof JacksonException
                    || SqlFailure.state(cause).filter(SqlFailure::isOfTheRows).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
