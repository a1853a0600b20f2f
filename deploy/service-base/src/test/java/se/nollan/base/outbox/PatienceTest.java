package se.nollan.base.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-10-05T06:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hand clock = new Hand();
    private final Patience patience = new Patience(clock);

    @Test
    void onlyTheFirstFailureInARowIsToldOfAndOnlyTheRecoveryFromOne() {
        assertThat(patience.succeeded()).isFalse();
        assertThat(patience.failed()).isTrue();
        assertThat(patience.failed()).isFalse();
        assertThat(patience.succeeded()).isTrue();
        assertThat(patience.succeeded()).isFalse();
        assertThat(patience.failed()).isTrue();
    }

    @Test
    void itWaitsASecondThenTwiceAsLongEachTimeUpToHalfAMinute() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            patience.failed();
            clock.move(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(patience.isWaiting()).isTrue();
            clock.move(Duration.ofMillis(1));
            assertThat(patience.isWaiting()).isFalse();
        }
    }
}
