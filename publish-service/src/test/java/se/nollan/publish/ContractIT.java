package se.nollan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.B;
import static se.nollan.publish.Region.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the contracts promise, from this side. */
@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class ContractIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Region region = new Region();

    @Test
    void theExamplesAreTakenInWhole() throws SQLException {
        region.broker()
                .send(
                        "register",
                        "556677-8899",
                        "access",
                        Broker.example("access").replace("556677-8899", "999999-0001"));
        region.broker().send("results", "k", "result", Broker.example("result"));
        region.broker().send("submissions", "k", "submission", Broker.example("submission"));
        region.broker().send("progress", "k", "progress", Broker.example("progress"));
        // A version that no other test works with: the newest holds for all.
        region.broker()
                .send(
                        "register",
                        "register",
                        "register",
                        Broker.example("register").replace("\"version\": 3", "\"version\": 0"));
        region.settle();

        assertThat(count("provider_access where provider = '999999-0001' and clients = '[\"vardbolaget\"]'"))
                .isEqualTo(1);
        assertThat(count("register_version where version = 0 and hash like '9f86%'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "result where unit = 'SE2321000214-E000000000003' and revision = 4 and contacts_in = 8 and merged = 2"))
                .isEqualTo(1);
        assertThat(count("sent_slice where line = '+46631000021' and day = '2026-10-05' and revision = 2"))
                .isEqualTo(1);
        assertThat(count("evaluated_slice where line = '+46631000021' and day = '2026-10-05' and revision = 2"))
                .isEqualTo(1);
        assertThat(count("submission where id = '0b9e7f1c-6a53-4e9e-8d25-5f1f1c1f7a01' and state = 'accepted'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "An unknown field is ignored; an unknown word, a count that does not balance and nonsense are put aside")
    void poisonIsPutAsideAndTheRestGoesOn() throws SQLException {
        String good = Broker.example("result").replace("000000000003", "P0");
        region.broker().send("results", "k", "result", good.replace("\"phone\"", "\"fax\""));
        region.broker().send("results", "k", "result", good.replace("\"contactsIn\": 8", "\"contactsIn\": 9"));
        region.broker().send("results", "k", "result", good.replace("\"P-X5\"", "\"Q-7\""));
        region.broker().send("results", "k", "result", "nonsense");
        region.broker().send("results", "k", "access", good);
        region.broker()
                .send(
                        "submissions",
                        "k",
                        "submission",
                        Broker.example("submission").replace("accepted\",", "mislaid\","));
        region.broker()
                .send("register", "k", "register", Broker.example("register").replace("vardcentral", "apotek"));
        region.broker().send("progress", "k", "progress", "{}");
        region.broker()
                .send("results", "k", "result", good.replace("\"revision\": 4", "\"revision\": 5, \"later\": true"));
        region.settle();

        assertThat(count("result where unit = 'SE2321000214-EP0' and revision = 5"))
                .isEqualTo(1);
        assertThat(count("result where unit = 'SE2321000214-EP0'")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(PublishParts.parts().kafka().read("dead-letters"))
                        .extracting(message -> message.headers().get("dead-letter-reason"))
                        .anyMatch(reason -> reason.contains("unknown channel") && !reason.contains("fax"))
                        .anyMatch(reason -> reason.contains("contacts in 9, accounted for 8"))
                        .anyMatch(reason -> reason.contains("unknown rule") && !reason.contains("Q-7"))
                        .anyMatch(reason -> reason.contains("not a readable ResultMessage"))
                        .anyMatch(reason -> reason.contains("not of type se.nollan.result.v1"))
                        .anyMatch(reason -> reason.contains("SubmissionMessage"))
                        .anyMatch(reason -> reason.contains("unknown unit type") && !reason.contains("apotek"))
                        .anyMatch(reason -> reason.contains("ProgressMessage")));
    }

    @Test
    @DisplayName("Replaying everything changes nothing")
    void aReplayChangesNothing() {
        region.result(A, "2023-01-09", "phone", 2, 9, 3);
        String id = region.submission(Region.OWN, "+46631000001", A, Map.of("2023-01-09", 1L));
        region.progress(Region.OWN, "+46631000001", A, "2023-01-09", 1);
        region.settle();
        String before =
                as("coordinator-23").get("/publish/v1/months/2023-01?region=23").asString();

        region.result(A, "2023-01-09", "phone", 2, 9, 3);
        region.submission(id, 1, "accepted", Region.OWN, "+46631000001", A, Map.of("2023-01-09", 1L));
        region.progress(Region.OWN, "+46631000001", A, "2023-01-09", 1);
        region.settle();

        assertThat(as("coordinator-23")
                        .get("/publish/v1/months/2023-01?region=23")
                        .asString())
                .isEqualTo(before);
    }

    @Test
    void aStatementIsWhatItsSchemaSaysForEveryReader() throws IOException {
        region.result(A, "2023-02-08", "phone", 1, 9, 3);
        region.result(A, "2023-02-11", "chat", 1, 1, 1);
        region.result(B, "2023-02-08", "phone", 1, 0, 0);
        region.settle();
        String id = Region.draft("2023-02", null);
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(PublishParts.root().resolve("deploy/contracts/statement.schema.json")));

        for (String reader : List.of("coordinator-23", "norrvard")) {
            assertThat(schema.validate(JSON.readTree(read(id, reader))))
                    .as(reader)
                    .isEmpty();
        }
        as("coordinator-23")
                .put("/publish/v1/statements/" + id + "/signature")
                .then()
                .statusCode(200);
        for (String reader : List.of("coordinator-23", "norrvard", "")) {
            assertThat(schema.validate(JSON.readTree(read(id, reader))))
                    .as(reader)
                    .isEmpty();
        }
        assertThat(schema.validate(JSON.readTree(read(id, "").replace("\"suppressed\"", "\"hidden\""))))
                .isNotEmpty();
    }

    @Test
    void everyOperationStandsInTheApiDescription() {
        var paths = as("").accept("application/json").get("/publish/v1/openapi").jsonPath();
        Map<String, List<String>> operations = Map.of(
                "/publish/v1/statements", List.of("get", "post"),
                "/publish/v1/statements/{id}", List.of("get"),
                "/publish/v1/statements/{id}/signature", List.of("put"),
                "/publish/v1/months/{month}", List.of("get"),
                "/publish/v1/months/{month}/readiness", List.of("get"),
                "/publish/v1/months/{month}/signals", List.of("get"),
                "/publish/v1/api-info", List.of("get"));
        assertThat(paths.<String, Object>getMap("paths").keySet()).isEqualTo(operations.keySet());
        operations.forEach((path, methods) -> methods.forEach(method -> {
            String at = "paths.'" + path + "'." + method;
            assertThat(paths.getString(at + ".summary")).as(at).isNotBlank();
            assertThat(paths.getString(at + ".description")).as(at).isNotBlank();
            assertThat(paths.<String, Object>getMap(at + ".responses")).as(at).isNotEmpty();
        }));
    }

    private static String read(String id, String reader) {
        return as(reader).get("/publish/v1/statements/" + id).asString();
    }

    private static long count(String from) throws SQLException {
        try (Connection connection = PublishParts.parts().postgres().connect("publish");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
