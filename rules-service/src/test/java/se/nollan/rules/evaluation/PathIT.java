package se.nollan.rules.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static se.nollan.rules.Ingest.caller;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.nollan.rules.Broker;
import se.nollan.rules.Ingest;
import se.nollan.rules.Registers;
import se.nollan.rules.RulesParts;
import se.nollan.rules.Schemas;

/** From a message of contacts to results and progress, and back to the contacts that a result is made of. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class PathIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MONDAY = "2026-10-05";

    private static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        broker.send("register", "register", "register", register().json());
    }

    @AfterAll
    static void whatWasSentIsByTheContracts() {
        broker.messages("results").forEach(message -> Schemas.check("result", message));
        broker.progress().forEach(message -> Schemas.check("progress", message));
        broker.reEvaluations().forEach(message -> Schemas.check("reevaluation", message));
        broker.close();
    }

    private static Ingest.Register register() {
        Ingest.Register register = Registers.next().provider("p");
        for (int number = 1; number <= 20; number++) {
            register.unit(unit(number), "23", "p", "vardcentral", null)
                    .line(line(number), unit(number), "main", true)
                    .line(chat(number), unit(number), "chat", false);
        }
        return register.unit(unit(30), "23", "p", "vardcentral", unit(1)).line(line(30), unit(30), "main", true);
    }

    private static String line(int number) {
        return "line-" + number;
    }

    private static String chat(int number) {
        return "chat-" + number;
    }

    private static Map<String, Object> hit(String id, int caller) {
        return contact(
                id,
                "phone",
                "callback",
                MONDAY + "T07:00:00Z",
                "contact",
                caller(caller),
                "answeredAt",
                MONDAY + "T08:00:00Z");
    }

    private static Map<String, Object> miss(String id, int caller) {
        return contact(id, "phone", "callback", MONDAY + "T07:00:00Z", "contact", caller(caller));
    }

    @SafeVarargs
    private static void send(int number, long revision, Map<String, Object>... contacts) {
        broker.send(
                "contacts",
                unit(number),
                "contacts",
                Ingest.contacts(
                        Registers.version(),
                        unit(number),
                        Ingest.Slice.of("p", line(number), MONDAY, revision, unit(number), contacts)));
    }

    private static void awaitEvaluated(String line, long revision) {
        await().atMost(SOON).until(() -> broker.evaluated(line, MONDAY) == revision);
    }

    private static JsonNode result(int number, String channel) {
        return broker.results().get(unit(number) + "/" + MONDAY + "/" + channel);
    }

    private static long sent(String key) {
        return broker.messages("results").stream()
                .filter(message -> message.key().equals(key))
                .count();
    }

    @Test
    void aNewerRevisionCorrectsAndAnOlderOneIsIgnored() {
        send(2, 2, hit("a", 1), miss("b", 2));
        awaitEvaluated(line(2), 2);
        assertThat(result(2, "phone").get("hits").asLong()).isEqualTo(1);

        send(2, 1, hit("a", 1));
        send(2, 3, hit("a", 1), hit("b", 2));
        awaitEvaluated(line(2), 3);

        JsonNode result = result(2, "phone");
        assertThat(result.get("hits").asLong()).isEqualTo(2);
        assertThat(result.get("revision").asLong()).isEqualTo(2);
        assertThat(result.at("/slices/0/revision").asLong()).isEqualTo(3);
    }

    @Test
    void aRevisionThatGivesTheSameFigureIsEvaluatedAndNotSent() {
        send(3, 1, hit("a", 1));
        awaitEvaluated(line(3), 1);

        send(3, 2, hit("other", 2));
        awaitEvaluated(line(3), 2);

        assertThat(sent(unit(3) + "/" + MONDAY + "/phone")).isEqualTo(1);
    }

    @Test
    void whatIsEmptiedIsSentAsZero() {
        send(4, 1, hit("a", 1), miss("b", 2));
        awaitEvaluated(line(4), 1);

        send(4, 2);
        awaitEvaluated(line(4), 2);

        JsonNode result = result(4, "phone");
        assertThat(result.get("contactsIn").asLong()).isZero();
        assertThat(result.get("revision").asLong()).isEqualTo(2);
    }

    @Test
    void aSliceThatWasAlwaysEmptyIsEvaluatedAndGivesNoResult() {
        send(5, 1);
        awaitEvaluated(line(5), 1);

        assertThat(result(5, "phone")).isNull();
    }

    @Test
    void aChatThatWasHandedOverTouchesTheFirstUnitTooAndBelongsToTheOneThatTookIt() {
        Ingest.Slice slice = new Ingest.Slice(
                "p",
                chat(8),
                MONDAY,
                1,
                List.of(unit(7), unit(8)),
                List.of(
                        contact(
                                "taken",
                                "chat",
                                "queue",
                                MONDAY + "T07:00:00Z",
                                "contact",
                                caller(1),
                                "answeredAt",
                                MONDAY + "T08:00:00Z",
                                "firstLine",
                                chat(7)),
                        contact("own", "chat", "queue", MONDAY + "T07:00:00Z", "contact", caller(2))));
        broker.send("contacts", unit(7), "contacts", Ingest.contacts(Registers.version(), unit(7), slice));
        broker.send("contacts", unit(8), "contacts", Ingest.contacts(Registers.version(), unit(8), slice));
        awaitEvaluated(chat(8), 1);

        assertThat(result(8, "chat").get("contactsIn").asLong()).isEqualTo(2);
        assertThat(result(8, "chat").get("hits").asLong()).isEqualTo(1);
        assertThat(result(7, "chat")).isNull();
    }

    @Test
    void whatAnotherReadingWouldMoveIsToldByBothUnits() {
        Ingest.Slice slice = new Ingest.Slice(
                "p",
                chat(18),
                MONDAY,
                1,
                List.of(unit(17), unit(18)),
                List.of(contact(
                        "nobody's",
                        "chat",
                        "queue",
                        MONDAY + "T07:00:00Z",
                        "contact",
                        caller(1),
                        "firstLine",
                        chat(17))));
        broker.send("contacts", unit(17), "contacts", Ingest.contacts(Registers.version(), unit(17), slice));
        broker.send("contacts", unit(18), "contacts", Ingest.contacts(Registers.version(), unit(18), slice));
        awaitEvaluated(chat(18), 1);

        assertThat(result(18, "chat").get("misses").asLong()).isEqualTo(1);
        assertThat(result(18, "chat").get("effects").toString())
                .isEqualTo("[{\"interpretation\":\"I-7\",\"reading\":\"FIRST_UNIT\",\"hits\":0,\"counted\":-1}]");
        assertThat(result(17, "chat").get("contactsIn").asLong()).isZero();
        assertThat(result(17, "chat").at("/effects/0/counted").asLong()).isEqualTo(1);
    }

    @Test
    void aBranchIsCountedWithItsUnitAndUniquenessRunsAcrossBoth() {
        send(1, 1, hit("a", 1));
        send(30, 1, hit("a", 1), miss("b", 2));
        awaitEvaluated(line(1), 1);
        awaitEvaluated(line(30), 1);

        JsonNode result = result(1, "phone");
        assertThat(result.get("contactsIn").asLong()).isEqualTo(3);
        assertThat(result.get("merged").asLong()).isEqualTo(1);
        assertThat(result.get("slices")).hasSize(2);
        assertThat(result(30, "phone")).isNull();
        explain(30, "").statusCode(404).body("measuredUnit", equalTo(unit(1)));
    }

    @Test
    void aLineThatMovesToAnotherUnitTakesItsContactsAlong() {
        send(10, 1, hit("a", 1));
        awaitEvaluated(line(10), 1);

        broker.send(
                "register",
                "register",
                "register",
                register()
                        .json()
                        .replace(
                                "{\"id\":\"line-10\",\"unit\":\"" + unit(10),
                                "{\"id\":\"line-10\",\"unit\":\"" + unit(11)));

        await().atMost(SOON)
                .until(() -> result(11, "phone") != null
                        && result(10, "phone").get("contactsIn").asLong() == 0);
        assertThat(result(11, "phone").get("hits").asLong()).isEqualTo(1);
        given().auth()
                .oauth2(RulesParts.parts().keycloak().token("operator"))
                .get("/rules/v1/re-evaluations")
                .then()
                .body("items[0].reason", equalTo("register"))
                .body("items[0].askedBy", equalTo("register version " + Registers.version()))
                .body("items[0].unitDays", equalTo(2));
        broker.send("register", "register", "register", register().json());
        await().atMost(SOON).until(() -> result(10, "phone").get("hits").asLong() == 1);
        assertThat(result(11, "phone").get("contactsIn").asLong()).isZero();
    }

    @Test
    void aUnitDayThatCannotBeEvaluatedIsParkedWithItsReasonAndOthersGoOn() {
        String longAgo = "2009-05-05";
        broker.send(
                "contacts",
                unit(12),
                "contacts",
                Ingest.contacts(
                        Registers.version(),
                        unit(12),
                        Ingest.Slice.of(
                                "p",
                                line(12),
                                longAgo,
                                1,
                                unit(12),
                                contact("a", "phone", "full", longAgo + "T08:00:00Z"))));
        send(13, 1, hit("a", 1));
        awaitEvaluated(line(13), 1);

        await().atMost(SOON).untilAsserted(() -> queue().body("items.unit", hasItem(unit(12)))
                .body(
                        "items.find { it.unit == '" + unit(12) + "' }.reason",
                        equalTo("No edition is in force in 2009-05; name one, for instance in NOLLAN_EDITIONS.")));
        assertThat(broker.evaluated(line(12), longAgo)).isZero();
    }

    @Test
    void aFigureIsTakenApartContactByContact() {
        send(
                14,
                1,
                hit("a", 77),
                contact("b", "phone", "full", MONDAY + "T06:50:00Z", "contact", caller(77)),
                contact("c", "phone", "callback", MONDAY + "T06:30:00Z", "origin", "staff"));
        awaitEvaluated(line(14), 1);

        explain(14, "")
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.contact.id", equalTo(List.of("c", "b", "a")))
                .body("items.disposition", equalTo(List.of("EXCLUDED", "MERGED", "HIT")))
                .body("items.rule.id", equalTo(List.of("P-X5", "P-U1", "P-C2")))
                .body("items[1].mergedInto.id", equalTo("a"))
                .body("items[1].who", equalTo(caller(77).substring(0, 6)))
                .body("items[0].rule.sv", equalTo("Kontakten skapades av personal."))
                .body("items[0].rule.pages", equalTo("14"))
                .body("tallies[0].contactsIn", equalTo(3))
                .body("provenance.ruleSet.edition", equalTo("2.0"))
                .body("provenance.ruleSet.requiredAttempts", equalTo(1))
                .body("provenance.slices[0].revision", equalTo(1))
                .body("pending", equalTo(false));
        explain(14, "?disposition=MERGED").body("items", hasSize(1));
        explain(14, "?channel=chat").body("items", hasSize(0));
        explain(14, "?limit=1&page=2")
                .body("items.contact.id", equalTo(List.of("b")))
                .body("total", equalTo(3));
    }

    @Test
    void theListOfResultsIsPagedAndFilteredAndSaysAllCounts() {
        send(15, 1, hit("a", 1), miss("b", 2));
        awaitEvaluated(line(15), 1);

        ask("/rules/v1/results?unit=" + unit(15) + "&from=2026-10-01&to=2026-10-31&channel=phone")
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].contactsIn", equalTo(2))
                .body("items[0].byRule.hit.P-C2", equalTo(1))
                .body("items[0].ruleSet.calendar", equalTo("se-1"))
                .body("items[0].slices[0].line", equalTo(line(15)));
        ask("/rules/v1/results?unit=" + unit(15) + "&from=2026-10-06").body("total", equalTo(0));
        ask("/rules/v1/results?unit=" + unit(15) + "&channel=chat").body("total", equalTo(0));
        ask("/rules/v1/results?limit=1&page=1").body("items", hasSize(1));
    }

    private static ValidatableResponse explain(int number, String query) {
        return ask("/rules/v1/units/" + unit(number) + "/days/" + MONDAY + query);
    }

    private static ValidatableResponse ask(String path) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token("coordinator-23"))
                .get(path)
                .then();
    }

    private static ValidatableResponse queue() {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token("operator"))
                .get("/rules/v1/evaluation-queue")
                .then();
    }
}
