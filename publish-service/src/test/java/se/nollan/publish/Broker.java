package se.nollan.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages as the other services do: the headers of the contract, gzip, acknowledged. */
public final class Broker implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    public Broker() {
        this(Map.of());
    }

    private Broker(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        String bootstrap = PublishParts.parts().kafka().bootstrap();
        settings.putAll(Map.of("bootstrap.servers", bootstrap, "acks", "all", "compression.type", "gzip"));
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** One that sends all it sends until it is closed in one transaction. */
    public static Broker inATransaction() {
        Broker broker = new Broker(Map.of("transactional.id", UUID.randomUUID().toString()));
        broker.producer.initTransactions();
        broker.producer.beginTransaction();
        return broker;
    }

    public void commit() {
        producer.commitTransaction();
    }

    /** @param type the message's name in the contract, for instance {@code result} */
    public void send(String topic, String key, String type, String body) {
        var message = new ProducerRecord<>(topic, key.getBytes(UTF_8), body.getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/rules",
                        "ce_type",
                        "se.nollan." + type + ".v1",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_dataschema",
                        "urn:nollan:schema:" + type + ":1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The example of the contract. */
    public static String example(String name) {
        try {
            return Files.readString(PublishParts.root()
                    .resolve("deploy/contracts/events/examples")
                    .resolve(Path.of(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
