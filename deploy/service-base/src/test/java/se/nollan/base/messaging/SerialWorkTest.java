package se.nollan.base.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SerialWorkTest {

    private final List<UniEmitter<? super Void>> begun = new ArrayList<>();
    private final SerialWork serialWork =
            new SerialWork("work", () -> Uni.createFrom().emitter(begun::add));

    private void ask() {
        serialWork.take().subscribe().with(done -> {});
    }

    @Test
    void oneIsAtItAtATime() {
        ask();
        ask();
        ask();

        assertThat(begun).hasSize(1);
    }

    @Test
    void whoAsksWhileItIsDoneGetsOneMoreTurn() {
        ask();
        ask();
        ask();
        begun.get(0).complete(null);
        assertThat(begun).hasSize(2);

        begun.get(1).complete(null);
        assertThat(begun).hasSize(2);

        ask();
        assertThat(begun).hasSize(3);
    }

    @Test
    void aFailureDoesNotEndTheTurns() {
        ask();
        begun.get(0).fail(new IllegalStateException("away"));

        ask();

        assertThat(begun).hasSize(2);
    }

    @Test
    void manyTurnsNeedNoMoreStackThanOne() {
        AtomicInteger left = new AtomicInteger(100_000);

        SerialWork.repeat(() -> Uni.createFrom().item(() -> left.decrementAndGet() > 0))
                .await()
                .indefinitely();

        assertThat(left).hasValue(0);
    }
}
