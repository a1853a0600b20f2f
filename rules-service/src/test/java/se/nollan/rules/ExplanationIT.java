package se.nollan.rules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static se.nollan.rules.Ingest.caller;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A month taken apart: a unit with a branch, a chat handed over to it and one from it, and a neighbour. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class ExplanationIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CENTRE = 601;
    private static final int BRANCH = 602;
    private static final int NEIGHBOUR = 603;
    private static final String MONDAY = "2026-10-05";
    private static final String TUESDAY = "2026-10-06";
    private static final String SUNDAY = "2026-10-11";

    private static Broker broker;

    @BeforeAll
    static void aMonth() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        broker.send(
                "register",
                "register",
                "register",
                Registers.next()
                        .provider("p")
                        .unit(unit(CENTRE), "23", "p", "vardcentral", null)
                        .unit(unit(BRANCH), "23", "p", "vardcentral", unit(CENTRE))
                        .unit(unit(NEIGHBOUR), "23", "p", "vardcentral", null)
                        .line("centre", unit(CENTRE), "main", true)
                        .line("branch", unit(BRANCH), "main", true)
                        .line("centre-chat", unit(CENTRE), "chat", false)
                        .line("neighbour-chat", unit(NEIGHBOUR), "chat", false)
                        .json());
        send(
                "centre",
                MONDAY,
                hit("a", 1),
                contact("b", "phone", "full", MONDAY + "T06:50:00Z", "contact", caller(1)),
                contact("c", "phone", "full", MONDAY + "T06:50:00Z", "contact", caller(2)),
                contact("d", "phone", "closed", MONDAY + "T10:00:00Z"),
                contact("e", "phone", "callback", MONDAY + "T06:30:00Z", "origin", "staff"));
        send("branch", MONDAY, contact("h", "phone", "closed", MONDAY + "T10:00:00Z", "contact", caller(1)));
        send("centre", TUESDAY, contact("f", "phone", "callback", TUESDAY + "T07:00:00Z", "contact", caller(3)));
        send("centre", SUNDAY, contact("g", "phone", "full", SUNDAY + "T07:00:00Z", "contact", caller(3)));
        send(
                "centre-chat",
                MONDAY,
                contact(
                        "from-neighbour",
                        "chat",
                        "queue",
                        MONDAY + "T07:00:00Z",
                        "contact",
                        caller(4),
                        "answeredAt",
                        MONDAY + "T08:00:00Z",
                        "firstLine",
                        "neighbour-chat"));
        send(
                "neighbour-chat",
                MONDAY,
                contact(
                        "to-neighbour",
                        "chat",
                        "queue",
                        MONDAY + "T07:00:00Z",
                        "contact",
                        caller(5),
                        "firstLine",
                        "centre-chat"));
        for (String line : List.of("centre", "branch", "centre-chat", "neighbour-chat")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> broker.evaluated(line, MONDAY) == 1);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> broker.evaluated("centre", SUNDAY) == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> broker.evaluated("centre", TUESDAY) == 1);
        broker.close();
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

    @SafeVarargs
    private static void send(String line, String day, Map<String, Object>... contacts) {
        List<String> units = line.endsWith("chat")
                ? List.of(unit(CENTRE), unit(NEIGHBOUR))
                : List.of(line.equals("branch") ? unit(BRANCH) : unit(CENTRE));
        broker.send(
                "contacts",
                unit(CENTRE),
                "contacts",
                Ingest.contacts(
                        Registers.version(),
                        unit(CENTRE),
                        new Ingest.Slice("p", line, day, 1, units, List.of(contacts))));
    }

    static ValidatableResponse ask(String who, String path) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token(who))
                .get("/rules/v1/units/" + path)
                .then();
    }

    private static ValidatableResponse month(String query) {
        return ask("auditor-23", unit(CENTRE) + "/months/2026-10" + query);
    }

    @Test
    void aMonthSaysItsFormulaWithTheNumbersFilledIn() {
        month("")
                .statusCode(200)
                .body("unit", equalTo(unit(CENTRE)))
                .body("reading", equalTo("national"))
                .body("channels.channel", equalTo(List.of("phone", "chat", "total")))
                .body(
                        "channels[0].formula.en",
                        equalTo("1 hits / (2 cases + 1 unique calls to a full queue + 1 unique calls to a closed queue"
                                + " 08.00–17.00) = 0.2500"))
                .body("channels[1].formula.sv", equalTo("1 träffar / 1 ärenden i chatt = 1,0000"))
                .body("channels[2].formula.en", equalTo("(1 + 1) hits / (4 by phone + 1 by chat) = 0.4000"))
                .body("channels[0].counts.contactsIn", equalTo(8))
                .body("channels[0].counts.merged", equalTo(2));
    }

    @Test
    void aMonthSaysWhichRulesDecidedInWordsAndWithThePage() {
        month("")
                .body(
                        "channels[0].rules.collect { it.disposition + ' ' + it.rule.id + ' ' + it.count }",
                        equalTo(List.of(
                                "HIT P-C2 1",
                                "MISS P-C2 1",
                                "MISS P-U3 1",
                                "MISS P-U4 1",
                                "EXCLUDED P-X1 1",
                                "EXCLUDED P-X5 1",
                                "MERGED P-U1 2")))
                .body("channels[0].rules[5].rule.sv", equalTo("Kontakten skapades av personal."))
                .body("channels[0].rules[5].rule.pages", equalTo("14"));
    }

    @Test
    void aMonthLeadsToItsDaysAndADayToTheContactsOfARule() {
        month("")
                .body("days", hasSize(31))
                .body("days[4].date", equalTo(MONDAY))
                .body("days[4].phone.contactsIn", equalTo(6))
                .body("days[4].total.counted", equalTo(4))
                .body("days[4].workingDay", equalTo(true))
                .body("days[10].workingDay", equalTo(false))
                .body("days[10].phone.excluded", equalTo(1))
                .body("days[6].total.contactsIn", equalTo(0))
                .body("days[6].total.share", nullValue())
                .body("days[4].contacts", equalTo("/rules/v1/units/" + unit(CENTRE) + "/days/" + MONDAY));
        ask("auditor-23", unit(CENTRE) + "/days/" + MONDAY + "?rule=P-U1")
                .body("items", hasSize(2))
                .body("items.disposition", everyItem(equalTo("MERGED")));
        ask("auditor-23", unit(CENTRE) + "/days/" + MONDAY + "?rule=P-Q9").statusCode(400);
    }

    @Test
    void aMonthIsHeldAgainstTheResultsAndNamesWhatItWasMadeFrom() {
        month("")
                .body("pending", equalTo(0))
                .body("days.results.flatten()", hasSize(4))
                .body("days.results.flatten().saysTheSame", everyItem(equalTo(true)))
                .body("provenance.ruleSet.edition", equalTo("2.0"))
                .body("provenance.ruleSet.repeatedCases", equalTo("COUNT_ONCE"))
                .body("provenance.slices.count", equalTo(6))
                .body("provenance.slices.hash", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void anotherEditionIsAskedForByNameAndSaysSo() {
        month("?edition=1.3")
                .body("reading", equalTo("asked"))
                .body("provenance.ruleSet.edition", equalTo("1.3"))
                .body(
                        "channels[0].formula.en",
                        equalTo("1 hits / (2 cases + 2 calls to a full queue + 1 calls to a"
                                + " closed queue 08.00–17.00) = 0.2000"))
                .body("days.results.flatten()", hasSize(0));
        month("?edition=9.9").statusCode(400);
    }

    @Test
    void aBranchIsExplainedWithItsUnitUnlessTheEditionPartsThem() {
        ask("auditor-23", unit(BRANCH) + "/months/2026-10").statusCode(404).body("measuredUnit", equalTo(unit(CENTRE)));
        ask("auditor-23", unit(BRANCH) + "/months/2026-10?edition=1.6")
                .body("channels[0].counts.contactsIn", equalTo(1));
    }

    @Test
    void aMonthBeforeEveryEditionIsAskedForWithOne() {
        ask("auditor-23", unit(CENTRE) + "/months/2009-10").statusCode(400);
        ask("auditor-23", unit(CENTRE) + "/months/2009-10?edition=2.0").statusCode(200);
        ask("auditor-23", unit(CENTRE) + "/months/soon").statusCode(400);
    }

    @Test
    void aMonthsEvidenceSentAsItIsGivesTheVerySameFigures() throws IOException {
        String file = ask("auditor-23", unit(CENTRE) + "/months/2026-10/evidence")
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment"))
                .extract()
                .asString();
        JsonNode evidence = JSON.readTree(file).get("evidence");

        JsonNode answer = JSON.readTree(evaluate(file).statusCode(200).extract().asString());

        assertThat(answer.get("dispositions")).isEqualTo(evidence.get("dispositions"));
        assertThat(answer.get("rules")).isEqualTo(evidence.get("rules"));
        for (int channel = 0; channel < 2; channel++) {
            JsonNode figure = evidence.get("figures").get(channel);
            JsonNode total = answer.get("totals").get(channel);
            assertThat(total.get("unit").asText()).isEqualTo(unit(CENTRE));
            assertThat(total.get("channel")).isEqualTo(figure.get("channel"));
            for (String count : List.of("hits", "counted", "share")) {
                assertThat(total.get(count)).isEqualTo(figure.at("/counts/" + count));
            }
        }
        assertThat(answer.get("totals")).hasSize(2);
    }

    @Test
    void evidenceNamesEverythingThatItWasMadeFromAndLeavesOthersContactsOut() {
        ask("auditor-23", unit(CENTRE) + "/months/2026-10/evidence")
                .body("contacts.id", equalTo(List.of("a", "b", "c", "d", "e", "f", "from-neighbour", "g", "h")))
                .body("register.units.id", hasItems(unit(CENTRE), unit(BRANCH), unit(NEIGHBOUR)))
                .body("evidence.slices", hasSize(6))
                .body("evidence.slices.hash", everyItem(equalTo(Ingest.HASH)))
                .body("evidence.results", hasSize(4))
                .body("evidence.registerHash", equalTo(Ingest.HASH));
        ask("auditor-23", unit(CENTRE) + "/months/2026-10/evidence?from=2026-10-06&to=2026-10-06")
                .body("contacts.id", equalTo(List.of("f")));
        ask("auditor-23", unit(CENTRE) + "/months/2026-10/evidence?from=2026-11-01")
                .statusCode(400);
    }

    @Test
    void evidenceByAnotherEditionGivesThatFigureAgain() throws IOException {
        String file = ask("auditor-23", unit(BRANCH) + "/months/2026-10/evidence?edition=1.6")
                .statusCode(200)
                .extract()
                .asString();
        evaluate(file)
                .statusCode(200)
                .body("totals.unit", equalTo(List.of(unit(BRANCH))))
                .body("totals[0].counted", equalTo(1));
    }

    @Test
    void anotherCalendarThanTheOneHereIsRefused() throws IOException {
        String file = ask("auditor-23", unit(CENTRE) + "/months/2026-10/evidence")
                .extract()
                .asString();
        evaluate(file.replace("\"calendar\":\"se-1\"", "\"calendar\":\"se-0\""))
                .statusCode(400)
                .body("faults.pointer", equalTo(List.of("/ruleSet/calendar")));
    }

    private static ValidatableResponse evaluate(String file) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token("auditor-23"))
                .contentType("application/json")
                .body(file)
                .post("/rules/v1/evaluations")
                .then();
    }
}
