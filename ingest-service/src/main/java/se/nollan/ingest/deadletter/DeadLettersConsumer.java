package se.nollan.ingest.deadletter;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.messaging.Retry;

/** Keeps what every service puts aside. Nothing of it can be wrong: whatever came is kept. */
@ApplicationScoped
class DeadLettersConsumer {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final SessionFactory sessions;
    private final DeadLetterRepository letters;

    DeadLettersConsumer(SessionFactory sessions, DeadLetterRepository letters) {
        this.sessions = sessions;
        this.letters = letters;
    }

    /** Acknowledged after the commit; an outage is waited out. */
    @Incoming("dead-letters")
    Uni<Void> consume(ConsumerRecord<byte[], byte[]> message) {
        var here = MutinyHelper.executor(Vertx.currentContext());
        var letter = letter(message);
        return Uni.createFrom()
                .deferred(() -> sessions.withTransaction(session -> letters.keep(session, letter)))
                .runSubscriptionOn(here)
                .onFailure(Retry::passes)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8).replace("\0", ""));
            }
        });
        return DeadLetter.of(
                new DeadLetter.Position(message.partition(), message.offset()),
                Instant.ofEpochMilli(message.timestamp()),
                headers,
                message.key(),
                message.value());
    }
}
