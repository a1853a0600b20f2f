package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static se.nollan.ingest.submission.Region.DAY;
import static se.nollan.ingest.submission.Region.as;
import static se.nollan.ingest.submission.Region.call;
import static se.nollan.ingest.submission.Region.id;
import static se.nollan.ingest.submission.Region.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.Contract;
import se.nollan.ingest.IngestParts;

/** What a service could not take is seen, understood, and sent again when the cause is gone. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class DeadLetterIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final Region region = new Region();

    @Test
    void poisonIsSeenWithItsReasonAndNothingOfWhatItSays() {
        var secret = "9912319999";
        put("progress", "poison-" + UUID.randomUUID(), Map.of(), "{\"slices\":[{\"provider\":\"" + secret + "\"}]}");

        await().atMost(SOON).until(() -> one("progress", "A progress message cannot be read") != null);
        var seen = as("operator").get("/ingest/v1/dead-letters?topic=progress");
        seen.then()
                .statusCode(200)
                .body("items.service", hasItem("ingest-service"))
                .body("items[0].replayable", equalTo(false))
                .body("items[0].advice", startsWith("It is no message of the contracts"));
        assertThat(seen.asString()).doesNotContain(secret).doesNotContain("poison-");
        as("operator")
                .post("/ingest/v1/dead-letters/" + one("progress", "A progress message cannot be read") + "/replay")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void whenTheCauseIsGoneItIsSentAgainOnceAndTaken() {
        var submission = id(send("dead-and-back", call("a", 8)));
        var reason = "The consumer was too old for it, "
                + UUID.randomUUID().toString().substring(24);
        // As a reader of progress would have put it aside that could not take it then.
        put(
                "dead-letters",
                Region.UNIT,
                Map.of(
                        "ce_type", "se.nollan.progress.v1",
                        "ce_source", "/rules",
                        "dead-letter-topic", "progress",
                        "dead-letter-partition", "2",
                        "dead-letter-offset", "17",
                        "dead-letter-reason", reason.replaceAll("\\d", "x")),
                """
                {"unit":"%s","date":"%s","registerVersion":1,"evaluatedAt":"2026-11-02T07:00:05.000Z","slices":[
                 {"provider":"%s","system":"dead-and-back","line":"+46631000021","date":"%s","revision":1}]}
                """.formatted(Region.UNIT, DAY, Region.NORRVARD, DAY));
        await().atMost(SOON).until(() -> one("progress", reason.replaceAll("\\d", "x")) != null);
        var letter = one("progress", reason.replaceAll("\\d", "x"));
        as("operator")
                .get("/ingest/v1/dead-letters/" + letter)
                .then()
                .body("key", equalTo(Region.UNIT))
                .body("partition", equalTo(2))
                .body("offset", equalTo(17))
                .body("replayable", equalTo(true))
                .body("replayedAt", equalTo(null));
        Region.get(submission).then().body("state", equalTo("accepted"));

        as("operator")
                .post("/ingest/v1/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(202)
                .body("replayedBy", equalTo("operator"));

        Region.awaitState(submission, "evaluated");
        as("operator")
                .post("/ingest/v1/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(200)
                .body("advice", startsWith("It was sent again"));
        var sent = IngestParts.parts().kafka().read("progress").stream()
                .filter(message -> message.text().contains("dead-and-back"))
                .toList();
        assertThat(sent).singleElement().satisfies(message -> {
            new Contract("progress").keptBy(message);
            assertThat(message.key()).isEqualTo(Region.UNIT);
        });
        as("operator").get("/ingest/v1/dead-letters?replayed=false").then().body("items.id", not(hasItem(letter)));
        as("operator").get("/ingest/v1/dead-letters?replayed=perhaps").then().statusCode(400);
    }

    @Test
    void aDeadLetterIsKeptForItsTime() {
        Region.execute(
                "insert into dead_letter (letter_partition, letter_offset, died_at, topic, topic_partition, topic_offset,"
                        + " service, type, reason, body) values"
                        + " (9, 1, now() - interval '2 months', 'kept', 0, 0, '', '', '', ''),"
                        + " (9, 2, now() - interval '4 months', 'gone', 0, 0, '', '', '', '')");

        await().atMost(SOON).until(() -> Region.query("select topic from dead_letter where letter_partition = 9")
                .equals(List.of("kept")));
    }

    /** The id of the dead letter of a topic with this reason; null: there is none. */
    private static Integer one(String topic, String reason) {
        return as("operator")
                .get("/ingest/v1/dead-letters?topic=" + topic)
                .path("items.find { it.reason == '" + reason + "' }?.id");
    }

    private static void put(String topic, String key, Map<String, String> headers, String body) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", IngestParts.parts().kafka().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
        }
    }
}
