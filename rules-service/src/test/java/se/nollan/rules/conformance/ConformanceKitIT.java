package se.nollan.rules.conformance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import se.nollan.rules.RulesParts;
import se.nollan.rules.explanation.ExplainedMonth;

/** A vendor fetches the vectors, lets its own system answer them, and hears what differs. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class ConformanceKitIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode vectors() throws IOException {
        return JSON.readTree(given().auth()
                .oauth2(RulesParts.parts().keycloak().token("norrvard"))
                .get("/rules/v1/conformance-vectors")
                .then()
                .statusCode(200)
                .body("count", equalTo(114))
                .body("hash", matchesPattern("[0-9a-f]{64}"))
                .body("register.lines.id", hasItem("+46631000001"))
                .extract()
                .asString());
    }

    /** A system that is the vectors' own answers. */
    private static ObjectNode answers() throws IOException {
        ObjectNode run = JSON.createObjectNode().put("system", "Example Telephony 7.1");
        ObjectNode answers = run.putObject("answers");
        vectors()
                .get("sets")
                .forEach(set ->
                        set.forEach(vector -> answers.set(vector.get("id").asText(), vector.get("expect"))));
        return run;
    }

    private static ValidatableResponse run(JsonNode answers) {
        return ExplainedMonth.post("norrvard", "conformance-runs", answers.toString());
    }

    @Test
    void aSystemThatAnswersAsTheVectorsExpectConforms() throws IOException {
        run(answers())
                .statusCode(200)
                .body("system", equalTo("Example Telephony 7.1"))
                .body("summary.conforms", equalTo(true))
                .body("summary.passed", equalTo(114));
    }

    @Test
    void aSystemThatCountsVoicemailHearsSoInBothLanguages() throws IOException {
        ObjectNode answers = answers();
        ((ObjectNode) answers.at("/answers/phone-voicemail/dispositions")).put("a", "HIT");

        run(answers)
                .statusCode(200)
                .body("summary.conforms", equalTo(false))
                .body("summary.failed", equalTo(1))
                .body("results.find { it.verdict == 'FAILED' }.vector", equalTo("phone-voicemail"))
                .body("results.find { it.verdict == 'FAILED' }.why.sv", equalTo("Röstbrevlåda mäts inte."))
                .body(
                        "results.find { it.verdict == 'FAILED' }.differences[0].text.sv",
                        equalTo("Kontakten a ska vara EXCLUDED P-X3, inte HIT. P-X3: Samtal till röstbrevlåda."));
    }

    @Test
    void answersThatCannotBeReadAreRefused() throws IOException {
        ObjectNode answers = answers();
        ((ObjectNode) answers.get("answers")).putObject("no-such-vector");

        run(answers).statusCode(400).body("faults.pointer", hasItem("/answers"));
    }
}
