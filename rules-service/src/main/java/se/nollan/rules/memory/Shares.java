package se.nollan.rules.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A number of bytes that many share: each takes its part before it begins, in the order of asking, and gives it back. */
final class Shares {

    /** Who asks when so many wait, or has waited for so long, goes away with nothing. */
    static final class Refused extends RuntimeException {
        Refused() {
            super("Others are being served");
        }
    }

    private record Waiting(long bytes, CompletableFuture<Void> turn) {}

    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final long all;
    private final int mostWaiting;
    private final Duration patience;
    private long free;

    Shares(long all, int mostWaiting, Duration patience) {
        this.all = all;
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        this.free = all;
    }

    /**
     * Completes when the bytes are the caller's; fails with {@link Refused}. More than there are is taken as all there are.
     *
     * @return the turn; who no longer wants it cancels it
     */
    synchronized CompletableFuture<Void> take(long bytes) {
        long wanted = Math.min(bytes, all);
        if (queue.isEmpty() && wanted <= free) {
            free -= wanted;
            return CompletableFuture.completedFuture(null);
        }
        if (queue.size() >= mostWaiting) {
            return CompletableFuture.failedFuture(new Refused());
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        queue.add(new Waiting(wanted, turn));
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> turn.completeExceptionally(new Refused()));
        return turn;
    }

    /** Gives back what was taken. */
    synchronized void give(long bytes) {
        free += Math.min(bytes, all);
        for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
            if (!next.turn.isDone() && next.bytes > free) {
                return;
            }
            queue.remove();
            // One that has gone away takes nothing.
            if (next.turn.complete(null)) {
                free -= next.bytes;
            }
        }
    }

    synchronized long free() {
        return free;
    }
}
