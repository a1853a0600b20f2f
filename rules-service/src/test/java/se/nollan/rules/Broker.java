package se.nollan.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services as this one sees them: messages sent to it, and messages it sent. */
public final class Broker implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, KafkaConsumer<String, byte[]>> consumers = new HashMap<>();
    private final Map<String, List<ConsumerRecord<String, byte[]>>> read = new HashMap<>();

    public Broker(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "compression.type",
                        "gzip",
                        "linger.ms",
                        "5",
                        "max.request.size",
                        "8388608"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a message of ingest-service's and waits until the broker has it. */
    public void send(String topic, String key, String type, String body) {
        try {
            producer.send(record(topic, key, type, body)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends without waiting; {@link #flush} waits for all. */
    public void sendSoon(String topic, String key, String type, String body) {
        producer.send(record(topic, key, type, body));
    }

    /** Sends a message once more, as it was. */
    public void sendAgain(ConsumerRecord<String, byte[]> message) {
        producer.send(new ProducerRecord<>(message.topic(), null, message.key(), message.value(), message.headers()));
    }

    public void flush() {
        producer.flush();
    }

    private static ProducerRecord<String, byte[]> record(String topic, String key, String type, String body) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/ingest");
        headers.put("ce_type", "se.nollan." + type + ".v1");
        headers.put("ce_time", "2026-11-02T07:00:00Z");
        headers.put("ce_dataschema", "urn:nollan:schema:" + type + ":1");
        headers.put("content-type", "application/json");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** The newest result of each unit, day and channel, by the message's key. */
    public Map<String, JsonNode> results() {
        Map<String, JsonNode> newest = new HashMap<>();
        messages("results").forEach(message -> newest.put(message.key(), json(message)));
        return newest;
    }

    /** Every message that a topic ever had; in order within each partition. What was read before is kept. */
    public synchronized List<ConsumerRecord<String, byte[]>> messages(String topic) {
        KafkaConsumer<String, byte[]> consumer = consumers.computeIfAbsent(topic, name -> {
            KafkaConsumer<String, byte[]> made = consumer(name);
            made.seekToBeginning(made.assignment());
            return made;
        });
        List<ConsumerRecord<String, byte[]>> messages = read.computeIfAbsent(topic, name -> new ArrayList<>());
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
        }
        return List.copyOf(messages);
    }

    /** Every message that named slices that are evaluated. */
    public List<ConsumerRecord<String, byte[]>> progress() {
        return messages("progress").stream()
                .filter(message -> !message.key().equals("reevaluation"))
                .toList();
    }

    /** Every message that said what is evaluated again, in order. */
    public List<ConsumerRecord<String, byte[]>> reEvaluations() {
        return messages("progress").stream()
                .filter(message -> message.key().equals("reevaluation"))
                .toList();
    }

    /** Whether a day is being evaluated again, as it was told last. */
    public boolean isEvaluatedAgain(String day) {
        List<ConsumerRecord<String, byte[]>> told = reEvaluations();
        for (JsonNode each : json(told.get(told.size() - 1)).get("atWork")) {
            if (each.get("from").asText().compareTo(day) <= 0
                    && each.get("to").asText().compareTo(day) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A consumer of all partitions of a topic. */
    KafkaConsumer<String, byte[]> consumer(String topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        return consumer;
    }

    /** The highest revision of a slice that is said to be evaluated; 0 when none is. */
    public long evaluated(String line, String date) {
        long revision = 0;
        for (ConsumerRecord<String, byte[]> message : progress()) {
            for (JsonNode slice : json(message).get("slices")) {
                if (slice.get("line").asText().equals(line)
                        && slice.get("date").asText().equals(date)) {
                    revision = Math.max(revision, slice.get("revision").asLong());
                }
            }
        }
        return revision;
    }

    public static JsonNode json(ConsumerRecord<String, byte[]> message) {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumers.values().forEach(KafkaConsumer::close);
    }
}
