package se.nollan.rules.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.nollan.rules.Broker;
import se.nollan.rules.Ingest;
import se.nollan.rules.Registers;
import se.nollan.rules.RulesParts;

/** Messages that cannot be applied as they come: parts of a group, and contacts that are before their register. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class WaitingIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MONDAY = "2026-10-05";
    private static final String TUESDAY = "2026-10-06";
    private static final int UNIT = 88;
    private static final String LINE = "line-88";

    private static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        broker.send("register", "register", "register", register().json());
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    private static Ingest.Register register() {
        return Registers.next()
                .provider("p")
                .unit(unit(UNIT), "23", "p", "vardcentral", null)
                .line(LINE, unit(UNIT), "main", true);
    }

    /** Each is of a caller of its own. */
    private static Map<String, Object> hit(String id) {
        return contact(id, "phone", "callback", MONDAY + "T07:00:00Z", "answeredAt", MONDAY + "T08:00:00Z");
    }

    private static void awaitEvaluated(String day, long revision) {
        await().atMost(SOON).until(() -> broker.evaluated(LINE, day) == revision);
    }

    private static JsonNode result(String day) {
        return broker.results().get(unit(UNIT) + "/" + day + "/phone");
    }

    @Test
    void partsOfAGroupAreAppliedTogetherInWhateverOrderTheyCome() {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            contacts.add(hit("id" + i));
        }
        List<String> parts = new ArrayList<>(Ingest.parts(
                Registers.version(),
                unit(UNIT),
                10,
                new Ingest.Slice("p", LINE, MONDAY, 1, List.of(unit(UNIT)), contacts)));
        assertThat(parts).hasSize(3);
        Collections.reverse(parts);

        parts.forEach(part -> broker.send("contacts", unit(UNIT), "contacts", part));
        awaitEvaluated(MONDAY, 1);

        assertThat(result(MONDAY).get("hits").asLong()).isEqualTo(25);
        assertThat(broker.messages("results"))
                .filteredOn(message -> message.key().equals(unit(UNIT) + "/" + MONDAY + "/phone"))
                .hasSize(1);
    }

    @Test
    void contactsThatNameARegisterVersionWaitForIt() throws InterruptedException {
        long next = Registers.version() + 1;
        broker.send(
                "contacts",
                unit(UNIT),
                "contacts",
                Ingest.contacts(
                        next,
                        unit(UNIT),
                        Ingest.Slice.of(
                                "p",
                                LINE,
                                TUESDAY,
                                1,
                                unit(UNIT),
                                contact("a", "phone", "full", TUESDAY + "T07:00:00Z"))));
        await().atMost(SOON)
                .untilAsserted(() ->
                        operator().get("/rules/v1/evaluation-queue").then().body("waitingGroups", equalTo(1)));
        Thread.sleep(1_500);
        assertThat(broker.evaluated(LINE, TUESDAY)).isZero();

        broker.send("register", "register", "register", register().json());

        awaitEvaluated(TUESDAY, 1);
        assertThat(result(TUESDAY).get("registerVersion").asLong()).isEqualTo(next);
    }

    @Test
    void aGroupWhosePartsDoNotFitTogetherIsShownToTheOperatorUntilItsDaysAreSentAgain() {
        List<String> parts = Ingest.parts(
                Registers.version(),
                unit(UNIT),
                1,
                Ingest.Slice.of("p", LINE, "2026-10-12", 1, unit(UNIT), full("a"), full("b"), full("c")));
        String group = JsonPath.from(parts.get(0)).getString("group");
        // One more than the parts have.
        parts.forEach(
                part -> broker.send("contacts", unit(UNIT), "contacts", part.replace("\"count\":3", "\"count\":4")));

        await().atMost(SOON).untilAsserted(() -> operator()
                .get("/rules/v1/refused-groups")
                .then()
                .body("items.find { it.group == '" + group + "' }.reason", containsString("3 contacts"))
                .body("items.find { it.group == '" + group + "' }.from", equalTo("2026-10-12"))
                .body("items.find { it.group == '" + group + "' }.parts", equalTo(3)));
        operator().get("/rules/v1/evaluation-queue").then().body("refusedGroups", equalTo(1));
        assertThat(broker.evaluated(LINE, "2026-10-12")).isZero();

        parts.forEach(part -> broker.send("contacts", unit(UNIT), "contacts", part));
        await().atMost(SOON).until(() -> broker.evaluated(LINE, "2026-10-12") == 1);
        operator().delete("/rules/v1/refused-groups/" + group).then().statusCode(204);
        operator().delete("/rules/v1/refused-groups/" + group).then().statusCode(404);
    }

    private static Map<String, Object> full(String id) {
        return contact(id, "phone", "full", "2026-10-12T07:00:00Z");
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(RulesParts.parts().keycloak().token("operator"));
    }
}
