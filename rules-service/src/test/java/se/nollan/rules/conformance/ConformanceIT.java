package se.nollan.rules.conformance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.nollan.rules.RulesParts;

/** The rules as a function over HTTP: every conformance vector, and everything that is wrong with a question. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class ConformanceIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> vectors() {
        return Stream.of("phone.json", "chat.json", "editions.json")
                .flatMap(file -> StreamSupport.stream(read(file).spliterator(), false))
                .map(vector -> Arguments.of(vector.get("id").asText(), vector));
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(ConformanceIT.class.getResource("/vectors/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse ask(String question) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token("norrvard"))
                .contentType(ContentType.JSON)
                .body(question)
                .post("/rules/v1/evaluations")
                .then();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void everyVectorPasses(String id, JsonNode vector) throws IOException {
        ObjectNode question = JSON.createObjectNode();
        question.set("register", vector.has("register") ? vector.get("register") : read("register.json"));
        question.set("contacts", vector.get("contacts"));
        if (vector.has("ruleSet")) {
            question.set("ruleSet", vector.get("ruleSet"));
        }

        String body = ask(question.toString()).statusCode(200).extract().asString();

        JsonNode answer = JSON.readTree(body);
        assertThat(answer.get("dispositions")).isEqualTo(vector.at("/expect/dispositions"));
        assertThat(answer.get("tallies")).containsExactlyInAnyOrderElementsOf(vector.at("/expect/tallies"));
        answer.get("counts")
                .forEach(counts -> assertThat(counts.get("contactsIn").asLong())
                        .isEqualTo(counts.get("hits").asLong()
                                + counts.get("misses").asLong()
                                + counts.get("excluded").asLong()
                                + counts.get("merged").asLong()));
        assertThat(answer.get("rules")).hasSameSizeAs(answer.get("dispositions"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "an unknown field | {'id':'a','mood':'good'} | /contacts/0",
                "no id | {'id':null} | /contacts/0/id",
                "no line | {'line':null} | /contacts/0/line",
                "no time | {'createdAt':null} | /contacts/0/createdAt",
                "a line that is not known | {'line':'nowhere'} | /contacts/0/line",
                "a word that is not known | {'kind':'pigeon'} | /contacts/0/kind",
                "a kind of the other channel | {'kind':'bot'} | /contacts/0/kind",
                "a field of the other channel | {'problem':'x'} | /contacts/0/problem",
                "a line of the other channel | {'line':'chat-bjorken'} | /contacts/0/line",
                "no time at all | {'createdAt':'yesterday'} | /contacts/0/createdAt",
                "a time that summer time skips | {'createdAt':'2026-03-29T02:30:00'} | /contacts/0/createdAt",
                "finer than milliseconds | {'createdAt':'2026-10-05T09:00:00.1234'} | /contacts/0/createdAt",
                "answered before it came | {'answeredAt':'2026-10-05T08:59:59'} | /contacts/0/answeredAt",
                "an attempt before it came | {'attempts':['2026-10-05T08:00:00']} | /contacts/0/attempts/0",
                "attempts that are no list | {'attempts':'2026-10-05T10:00:00'} | /contacts/0/attempts",
                "cancelled by nobody | {'cancelledAt':'2026-10-05T10:00:00'} | /contacts/0/cancelledAt",
                "no date | {'chosenDate':'tomorrow'} | /contacts/0/chosenDate",
                "neither true nor false | {'offeredSameDay':'yes'} | /contacts/0/offeredSameDay",
            })
    void aFaultIsToldByWhereItIs(String what, String change, String pointer) throws IOException {
        ask(question(change).toString())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("faults.pointer", hasItem(pointer))
                .body("detail", containsString("Nothing was judged"));
    }

    private static ObjectNode question(String change) throws IOException {
        ObjectNode contact = JSON.createObjectNode();
        contact.put("id", "a")
                .put("line", "+46631000001")
                .put("channel", "phone")
                .put("kind", "callback");
        contact.put("createdAt", "2026-10-05T09:00:00").put("contact", "+46701740605");
        contact.setAll((ObjectNode) JSON.readTree(change.replace('\'', '"')));
        ObjectNode question = JSON.createObjectNode();
        question.set("register", read("register.json"));
        question.putArray("contacts").add(contact);
        return question;
    }

    @Test
    void aFaultQuotesNothingOfWhatWasSent() throws IOException {
        ask(question("{'kind':'+46701740605','channel':'+46701740605','+46701740605':1}")
                        .toString())
                .statusCode(400)
                .body(org.hamcrest.Matchers.not(containsString("46701740605")));
    }

    @Test
    void anIdThatStandsTwiceIsAFault() throws IOException {
        ObjectNode question = question("{}");
        ArrayNode contacts = (ArrayNode) question.get("contacts");
        contacts.add(contacts.get(0));

        ask(question.toString()).statusCode(400).body("faults.pointer", hasItem("/contacts/1/id"));
    }

    @Test
    void anUnknownRuleSetIsAFaultThatNamesWhatThereIs() throws IOException {
        ObjectNode question = question("{}");
        question.putObject("ruleSet")
                .put("edition", "9.9")
                .put("requiredAttempts", 99)
                .put("colour", "red");

        ask(question.toString())
                .statusCode(400)
                .body("faults.pointer", hasItem("/ruleSet"))
                .body("faults.pointer", hasItem("/ruleSet/edition"))
                .body("faults.pointer", hasItem("/ruleSet/requiredAttempts"));
    }

    @Test
    void aRepeatedHourIsReadAsTheFirstUnlessThatLiesBeforeTheContact() throws IOException {
        // 02.30 comes twice on 25 October 2026; answered at the second of them, not before it came in.
        ObjectNode question = question("{'createdAt':'2026-10-25T02:40:00','answeredAt':'2026-10-25T02:30:00'}");
        ask(question.toString()).statusCode(200);
    }

    @Test
    void whatIsNotJsonOrNamesAFieldTwiceIsRefused() {
        ask("{\"register\":").statusCode(400).contentType("application/problem+json");
        ask("{\"contacts\":[],\"contacts\":[]}").statusCode(400).contentType("application/problem+json");
        ask("[]").statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aDayThatTheCalendarDoesNotReachIsRefused() throws IOException {
        ask(question("{'createdAt':'1850-10-05T09:00:00'}").toString())
                .statusCode(400)
                .body("faults.detail", hasItem(containsString("Calendars reach")));
    }

    @Test
    void theFaultsAreBoundedAndTheRestCounted() throws IOException {
        ObjectNode question = question("{}");
        ArrayNode contacts = (ArrayNode) question.get("contacts");
        for (int i = 0; i < 300; i++) {
            contacts.addObject().put("id", "x" + i);
        }

        ask(question.toString())
                .statusCode(400)
                .body("faults", hasSize(lessThan(101)))
                .body("faultsTotal", equalTo(1200));
    }

    @Test
    void fiftyThousandContactsAreJudgedAndOneMoreIsNot() throws IOException {
        ObjectNode question = question("{}");
        ArrayNode contacts = (ArrayNode) question.get("contacts");
        for (int i = 1; i < 50_000; i++) {
            contacts.addObject()
                    .put("id", "x" + i)
                    .put("line", "+46631000001")
                    .put("channel", "phone")
                    .put("kind", "full")
                    .put("createdAt", "2026-10-05T09:00:00");
        }
        ask(question.toString()).statusCode(200).body("tallies[0].counted", equalTo(50_000));

        contacts.addObject().put("id", "one-more");
        ask(question.toString()).statusCode(400).body("faults.pointer", hasItem("/contacts"));
    }

    @Test
    void aBodyOverEightMegabytesIsRefused() {
        given().auth()
                .oauth2(RulesParts.parts().keycloak().token("norrvard"))
                .contentType(ContentType.JSON)
                .body(new byte[9_000_000])
                .post("/rules/v1/evaluations")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void anotherTypeThanJsonIsRefused() {
        given().auth()
                .oauth2(RulesParts.parts().keycloak().token("norrvard"))
                .contentType("text/csv")
                .body("id,line")
                .post("/rules/v1/evaluations")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }
}
