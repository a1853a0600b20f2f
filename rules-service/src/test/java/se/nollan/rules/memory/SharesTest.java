package se.nollan.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final Shares shares = new Shares(100, 2, Duration.ofMinutes(1));

    @Test
    void whoAsksForMoreThanIsLeftWaitsUntilItIsGivenBack() {
        assertThat(shares.take(60)).isCompleted();
        CompletableFuture<Void> turn = shares.take(60);
        assertThat(turn).isNotDone();

        shares.give(60);

        assertThat(turn).isCompleted();
        assertThat(shares.free()).isEqualTo(40);
    }

    @Test
    void whoAsksForALittleDoesNotPassWhoWaitsForMuch() {
        shares.take(60);
        CompletableFuture<Void> much = shares.take(90);
        CompletableFuture<Void> little = shares.take(10);
        assertThat(little).isNotDone();

        shares.give(60);

        assertThat(much).isCompleted();
        assertThat(little).isCompleted();
        assertThat(shares.free()).isZero();
    }

    @Test
    void moreThanThereIsIsAllThereIs() {
        assertThat(shares.take(1_000)).isCompleted();
        assertThat(shares.free()).isZero();
        shares.give(1_000);
        assertThat(shares.free()).isEqualTo(100);
    }

    @Test
    void whoComesWhenManyWaitIsRefused() {
        shares.take(100);
        shares.take(1);
        shares.take(1);

        assertThat(shares.take(1)).isCompletedExceptionally();
    }

    @Test
    void whoHasGoneAwayTakesNothing() {
        shares.take(100);
        shares.take(70).cancel(false);
        CompletableFuture<Void> next = shares.take(100);

        shares.give(100);

        assertThat(next).isCompleted();
        assertThat(shares.free()).isZero();
    }

    @Test
    void whoHasWaitedForTooLongIsRefused() {
        Shares impatient = new Shares(10, 2, Duration.ofMillis(20));
        impatient.take(10);
        CompletableFuture<Void> turn = impatient.take(1);

        await().until(turn::isCompletedExceptionally);
        impatient.give(10);
        assertThat(impatient.free()).isEqualTo(10);
    }
}
