package se.nollan.local.stack;

import java.time.Duration;

/** How long to go on asking. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Duration limit;
    private long since = System.nanoTime();

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** Something has moved: the time counts anew. */
    void renew() {
        since = System.nanoTime();
    }

    /** Waits a little, or gives up with a sentence that says why. */
    void pause(String otherwise) {
        if (System.nanoTime() - since > limit.toNanos()) {
            throw new CannotGoOn("Nothing has moved for " + limit.toMinutes() + " minutes. " + otherwise);
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted.", e);
        }
    }
}
