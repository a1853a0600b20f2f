package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaIT {

    private static final Path CONTRACTS = Path.of("../../contracts/asyncapi.yaml");

    private static LocalParts parts;
    private static Kafka kafka;

    @BeforeAll
    static void start() {
        parts = LocalParts.start(LocalParts.plan().kafka(CONTRACTS));
        kafka = parts.kafka();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @Test
    void theTopicsAreThoseOfTheDocument() throws Exception {
        assertThat(kafka.topics())
                .containsExactlyInAnyOrder(
                        "register", "submissions", "contacts", "results", "progress", "dead-letters");
        ConfigResource results = new ConfigResource(ConfigResource.Type.TOPIC, "results");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            TopicDescription topic = admin.describeTopics(List.of("results"))
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS)
                    .get("results");
            assertThat(topic.partitions()).hasSize(12);
            var settings = admin.describeConfigs(List.of(results)).all().get(10, TimeUnit.SECONDS);
            assertThat(settings.get(results).get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(settings.get(results).get("max.message.bytes").value()).isEqualTo("8388608");
        }
    }

    @Test
    void whatWasSentIsReadWithKeyAndHeadersEvenAfterAKill() throws Exception {
        send("progress", "unit-a", "first");
        send("progress", "unit-a", "second");
        kafka.kill();
        kafka.start();
        send("progress", "unit-a", "third");

        assertThat(kafka.read("progress"))
                .extracting(Message::key, Message::text, message -> message.headers()
                        .get("ce_type"))
                .containsExactly(
                        tuple("unit-a", "first", "test"),
                        tuple("unit-a", "second", "test"),
                        tuple("unit-a", "third", "test"));
    }

    @Test
    void aTopicThatNobodyMadeCannotBeWrittenTo() {
        assertThatThrownBy(() -> send("no-such-topic", "key", "value")).hasMessageContaining("no-such-topic");
        assertThat(kafka.topics()).doesNotContain("no-such-topic");
    }

    private static void send(String topic, String key, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all", "max.block.ms", 3_000);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
            message.headers().add(new RecordHeader("ce_type", "test".getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get(10, TimeUnit.SECONDS);
        }
    }
}
