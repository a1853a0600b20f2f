package se.nollan.rules.memory;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Retry;

/**
 * The part of the heap that answers are made in. With 320 MB evaluation takes a hundred at most ({@code RoundBudget}), what comes in some
 * forty, the service itself eighty; the rest is for whoever asks, over all that ask at once. Who finds it taken waits a while, and is then
 * asked to come again.
 */
@ApplicationScoped
public class AnswerMemory {

    /** A contact as it is read and judged, and packed as it is stored. */
    public static final long BYTES_OF_A_CONTACT = 640;

    private static final long ALL = 96_000_000;
    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Shares shares = new Shares(ALL, MOST_WAITING, PATIENCE);

    public AnswerMemory(MeterRegistry metrics) {
        metrics.gauge("nollan.answers.memory.free", shares, Shares::free);
    }

    /** Does the work when so many bytes are free for it; on the Vert.x context of the caller. Problem 503 when they are not in time. */
    public <T> Uni<T> with(long bytes, Supplier<Uni<T>> work) {
        Executor here = Retry.here();
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> turn = shares.take(bytes);
            return Uni.createFrom()
                    .completionStage(turn)
                    .onFailure(Shares.Refused.class)
                    .transform(refused -> busy())
                    .emitOn(here)
                    .chain(work::get)
                    .onTermination()
                    .invoke(() -> end(turn, bytes));
        });
    }

    /** Whether it was had, or is still waited for by somebody who has gone away. */
    private void end(CompletableFuture<Void> turn, long bytes) {
        boolean hadIt = !turn.cancel(false) && !turn.isCompletedExceptionally();
        if (hadIt) {
            shares.give(bytes);
        }
    }

    /** The same on a thread that may wait. */
    public <T> T inTurn(long bytes, Supplier<T> work) {
        try {
            shares.take(bytes).join();
        } catch (CompletionException refused) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            shares.give(bytes);
        }
    }

    private static RuntimeException busy() {
        return Problems.busy("Other questions are being worked out. Ask again in a while.");
    }
}
