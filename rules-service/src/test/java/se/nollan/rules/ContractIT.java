package se.nollan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.nollan.local.parts.LocalParts;

/** The contracts from this side: the examples are understood, what is sent is as the schemas say, what is unknown goes aside. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String UNIT = "SE2321000214-E000000000003";

    private static LocalParts parts;
    private static Broker broker;
    private static Replica service;

    @BeforeAll
    static void start() {
        parts = LocalParts.start(
                LocalParts.plan().postgres("rules").kafka(RulesParts.deploy().resolve("contracts/asyncapi.yaml")));
        broker = new Broker(parts.kafka().bootstrap());
        service = Replica.start(RulesParts.settings(parts));
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
        parts.close();
    }

    @Test
    @Order(1)
    void theExamplesOfTheContractsBecomeResultsAndProgressByTheContracts() {
        broker.send("register", "register", "register", Schemas.example("register"));
        broker.send("register", "556677-8899", "access", Schemas.example("access"));
        broker.send("contacts", UNIT, "contacts", Schemas.example("contacts"));

        await().atMost(SOON).until(() -> broker.evaluated("+46631000021", "2026-10-05") == 2);
        List<ConsumerRecord<String, byte[]>> results = broker.messages("results");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).key()).isEqualTo(UNIT + "/2026-10-05/phone");
        results.forEach(message -> Schemas.check("result", message));
        broker.reEvaluations().forEach(message -> Schemas.check("reevaluation", message));
        broker.progress().forEach(message -> {
            Schemas.check("progress", message);
            assertThat(message.key()).isEqualTo(UNIT);
        });
        JsonNode result = Broker.json(results.get(0));
        assertThat(result.get("contactsIn").asLong()).isEqualTo(2);
        assertThat(result.at("/byRule/merged/P-U1").asLong()).isEqualTo(1);
        assertThat(result.at("/byRule/hit/P-C2").asLong()).isEqualTo(1);
        assertThat(result.at("/ruleSet/edition").asText()).isEqualTo("2.0");
        assertThat(result.at("/slices/0/revision").asLong()).isEqualTo(2);
        assertThat(result.get("effects").toString())
                .isEqualTo("[{\"interpretation\":\"I-9\",\"reading\":\"AFTER_CONTACT\",\"hits\":0,\"counted\":1}]");
        assertThat(result.get("signals").toString())
                .isEqualTo("{\"demand\":{\"8\":1,\"9\":1},\"full\":{\"8\":1},\"twice\":1,"
                        + "\"callback\":{\"calls\":1,\"reached\":1,\"seconds\":4079,\"minutes\":{\"68\":1}}}");
        assertThat(result.get("workingDays")).hasSize(22);
    }

    @Test
    @Order(2)
    void aFieldThatIsNotKnownIsPassedOver() {
        String withMore = Schemas.example("contacts")
                .replace("\"submission\":", "\"new\": {\"a\": [1]}, \"submission\":")
                .replace("\"id\": \"4711-1\",", "\"id\": \"4711-1\", \"mood\": [{\"of\": \"day\"}],")
                .replace("\"revision\": 2", "\"revision\": 3");

        broker.send("contacts", UNIT, "contacts", withMore);

        await().atMost(SOON).until(() -> broker.evaluated("+46631000021", "2026-10-05") == 3);
    }

    @Test
    @Order(3)
    void whatCannotBeUnderstoodGoesToTheDeadLettersAndTheRestGoesOn() {
        String example = Schemas.example("contacts");
        List<String> poison = List.of(
                "no JSON",
                example.replace("\"kind\": \"full\"", "\"kind\": \"by-pigeon\""),
                example.replace("2026-10-05T06:14:03Z", "2026-10-05T06:14:03+02:00"),
                example.replace("\"count\": 2", "\"count\": 3"),
                example.replace("\"revision\": 2,", ""));
        broker.send("contacts", UNIT, "contacts", example.replace("\"revision\": 2", "\"revision\": 4"));
        poison.forEach(message -> broker.sendSoon("contacts", UNIT, "contacts", message));
        broker.send("contacts", UNIT, "contacts", example.replace("\"revision\": 2", "\"revision\": 5"));
        broker.send("register", "register", "surprise", "{}");
        broker.send(
                "register", "register", "register", Schemas.example("register").replace("vardcentral", "tavern"));

        await().atMost(SOON).until(() -> broker.evaluated("+46631000021", "2026-10-05") == 5);
        await().atMost(SOON).until(() -> broker.messages("dead-letters").size() == poison.size() + 2);
        assertThat(broker.messages("dead-letters")).allSatisfy(message -> assertThat(new String(
                        message.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .isNotBlank()
                .doesNotContain("q7Zk1mYb0R2c9Lw8nH5tXA"));
    }
}
