package se.nollan.base.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.nollan.base.outbox.Settlement.Outcome;

/**
 * Sends batches of messages and waits for the broker's word on each. The plain producer, not a channel: the relay needs
 * the outcome of each message, and one word in the log when the broker goes away.
 */
@IfBuildProperty(name = "nollan.outbox", stringValue = "true")
@ApplicationScoped
class KafkaSender {

    /** What a message can never be sent for: it is not the broker that is at fault. */
    private static final List<Class<? extends Exception>> NEVER = List.of(
            InvalidTopicException.class,
            InvalidRecordException.class,
            SerializationException.class,
            UnsupportedForMessageFormatException.class);

    private static final TimeoutException SILENT = new TimeoutException("the topic was silent already");

    /** When so many topics are silent it is the broker that is, and the lease would not outlast asking for all of them. */
    private static final int MOST_SILENT = 2;

    private final Map<String, Object> broker;
    private final String client;
    private final String source;
    private final Clock clock;
    private @Nullable Producer<String, byte[]> producer;

    KafkaSender(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.broker = broker;
        this.client = service + "-outbox";
        this.source = "/" + service.replace("-service", "");
        this.clock = clock;
    }

    private record Part(Waiting waiting, String body) {}

    /**
     * Sends all bodies in order, many under way at a time. Blocks; not for an event loop.
     *
     * @return the outcome of each message: that of its worst body, acknowledged when it has none
     */
    synchronized Map<Long, Outcome> send(Map<Waiting, List<String>> bodies) {
        Map<Long, Outcome> outcomes = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        bodies.forEach((waiting, texts) -> {
            outcomes.put(waiting.id(), new Outcome.Acknowledged());
            texts.forEach(text -> parts.add(new Part(waiting, text)));
        });
        List<CompletableFuture<Void>> answers = sendUntilRefused(parts);
        boolean unanswered = false;
        for (int i = 0; i < parts.size(); i++) {
            Outcome outcome = i < answers.size() ? outcome(answers.get(i)) : new Outcome.Unanswered();
            unanswered |= outcome instanceof Outcome.Unanswered;
            outcomes.merge(parts.get(i).waiting().id(), outcome, KafkaSender::worse);
        }
        if (unanswered) {
            // A new producer next time: nothing of this one can arrive behind what is sent again.
            close();
        }
        return outcomes;
    }

    private List<CompletableFuture<Void>> sendUntilRefused(List<Part> parts) {
        List<CompletableFuture<Void>> answers = new ArrayList<>(parts.size());
        // No metadata: each of the topic's rest would block as long as the first did.
        Set<String> silent = new HashSet<>();
        for (Part part : parts) {
            String topic = part.waiting().message().topic();
            CompletableFuture<Void> answer =
                    silent.contains(topic) ? CompletableFuture.failedFuture(SILENT) : send(part);
            answers.add(answer);
            if (answer.isCompletedExceptionally() && outcome(answer) instanceof Outcome.Unanswered) {
                silent.add(topic);
                if (silent.size() == MOST_SILENT) {
                    break;
                }
            }
        }
        return answers;
    }

    private CompletableFuture<Void> send(Part part) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        try {
            producer()
                    .send(
                            CloudEvents.record(source, part.waiting().message(), part.body(), clock.instant()),
                            (metadata, failure) -> {
                                if (failure == null) {
                                    answer.complete(null);
                                } else {
                                    answer.completeExceptionally(failure);
                                }
                            });
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
        return answer;
    }

    private static Outcome outcome(CompletableFuture<Void> answer) {
        try {
            answer.join();
            return new Outcome.Acknowledged();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RecordTooLargeException) {
                return new Outcome.Refused("too large for the broker");
            }
            return NEVER.stream().anyMatch(type -> type.isInstance(failure.getCause()))
                    ? new Outcome.Refused("the broker refuses it: "
                            + failure.getCause().getClass().getSimpleName())
                    : new Outcome.Unanswered();
        }
    }

    private static Outcome worse(Outcome one, Outcome other) {
        return one instanceof Outcome.Acknowledged || other instanceof Outcome.Refused ? other : one;
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(broker);
            settings.put(ProducerConfig.CLIENT_ID_CONFIG, client);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "8388608");
            settings.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
            settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
            // Short, so that a broker that is away is noticed; the outbox keeps what is not acknowledged. Even with
            // MOST_SILENT topics they make less than the lease, so that no other relay sends the same meanwhile.
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "4000");
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
