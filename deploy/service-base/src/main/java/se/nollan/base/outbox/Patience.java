package se.nollan.base.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long to wait after a failure: a second, doubled with each failure in a row, half a minute at most. */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Clock clock;
    private Duration wait = Duration.ZERO;
    private Instant until = Instant.MIN;

    Patience(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isWaiting() {
        return clock.instant().isBefore(until);
    }

    /** Notes a failure; whether it is the first in a row, the one to tell of. */
    synchronized boolean failed() {
        boolean first = wait.isZero();
        Duration next = first ? FIRST : wait.multipliedBy(2);
        wait = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        until = clock.instant().plus(wait);
        return first;
    }

    /** Notes a success; whether it ends a row of failures. */
    synchronized boolean succeeded() {
        boolean recovered = !wait.isZero();
        wait = Duration.ZERO;
        until = Instant.MIN;
        return recovered;
    }
}
