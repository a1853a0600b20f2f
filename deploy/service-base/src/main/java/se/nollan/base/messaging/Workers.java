package se.nollan.base.messaging;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** To and from the event loop, where sessions belong and nothing may take long. */
public final class Workers {

    private Workers() {}

    /** Does what takes long on a worker thread; the result comes on the context of the caller. */
    public static <T> Uni<T> compute(Callable<T> work) {
        Context context = context();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }

    /** Completes after a pause, on the context of the caller. */
    public static Uni<Void> after(Duration pause) {
        Vertx vertx = context().owner();
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(pause.toMillis(), timer -> emitter.complete(null)));
    }

    /** Runs reactive work from a worker thread, on an event loop, and waits for it. */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Context context() {
        return Objects.requireNonNull(Vertx.currentContext(), "a Vert.x context");
    }
}
