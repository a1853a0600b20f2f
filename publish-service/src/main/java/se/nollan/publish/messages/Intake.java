package se.nollan.publish.messages;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import se.nollan.base.http.Outage;
import se.nollan.base.messaging.Poison;
import se.nollan.base.messaging.Retry;
import se.nollan.base.messaging.Workers;

/**
 * Takes in a batch of messages: what can be read is stored in one transaction, poison is put aside, and while the database
 * is away the batch waits. Nothing is acknowledged before it is stored or put aside.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private record Readable<T>(ConsumerRecord<byte[], byte[]> message, T content) {}

    private final DeadLetters deadLetters;

    Intake(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * Completes when every message of the batch is stored or put aside.
     *
     * @param reader throws when a message is poison
     * @param store stores all in one transaction
     */
    public <T> Uni<Void> take(
            ConsumerRecords<byte[], byte[]> batch,
            Function<ConsumerRecord<byte[], byte[]>, T> reader,
            Function<List<T>, Uni<Void>> store) {
        return take(batch, reader, store, (message, reason) -> Uni.createFrom().voidItem());
    }

    /**
     * The same.
     *
     * @param note notes, in a transaction, that a message is put aside and why
     */
    public <T> Uni<Void> take(
            ConsumerRecords<byte[], byte[]> batch,
            Function<ConsumerRecord<byte[], byte[]>, T> reader,
            Function<List<T>, Uni<Void>> store,
            BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> note) {
        List<Readable<T>> readable = new ArrayList<>();
        Uni<Void> putAside = Uni.createFrom().voidItem();
        for (ConsumerRecord<byte[], byte[]> message : batch) {
            try {
                readable.add(new Readable<>(message, reader.apply(message)));
            } catch (IllegalArgumentException | NullPointerException | Poison poison) {
                putAside = putAside.chain(() -> putAside(message, poison, note));
            }
        }
        return putAside.chain(() -> storeAll(readable, store, note));
    }

    private <T> Uni<Void> storeAll(
            List<Readable<T>> batch,
            Function<List<T>, Uni<Void>> store,
            BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> note) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<T> contents = batch.stream().map(Readable::content).toList();
        return patiently(() -> store.apply(contents), FIRST_PAUSE)
                .onFailure()
                .recoverWithUni(failure -> batch.size() == 1
                        ? putAside(batch.get(0).message(), failure, note)
                        : oneByOne(batch, store, note));
    }

    /** One message of the batch is one that the database does not take: the others are stored without it. */
    private <T> Uni<Void> oneByOne(
            List<Readable<T>> batch,
            Function<List<T>, Uni<Void>> store,
            BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> note) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(message -> storeAll(List.of(message), store, note))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> putAside(
            ConsumerRecord<byte[], byte[]> message,
            Throwable failure,
            BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> note) {
        String reason = DeadLetters.reason(failure);
        return patiently(() -> note.apply(message, reason), FIRST_PAUSE).chain(() -> deadLetters.put(message, reason));
    }

    /** Tries again, ever more slowly, while something is away. The timer keeps to the context that sessions belong to. */
    private Uni<Void> patiently(Supplier<Uni<Void>> attempt, Duration pause) {
        return Uni.createFrom().deferred(attempt::get).onFailure(Retry::passes).recoverWithUni(failure -> {
            LOG.warnf(
                    "%s does not take messages now (%s); they wait",
                    Outage.of(failure).orElse("Something"), failure.getClass().getName());
            Duration next = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            return Workers.after(pause).chain(() -> patiently(attempt, next));
        });
    }
}
