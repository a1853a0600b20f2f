package se.nollan.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static se.nollan.rules.explanation.ExplainedMonth.BRANCH;
import static se.nollan.rules.explanation.ExplainedMonth.CENTRE;
import static se.nollan.rules.explanation.ExplainedMonth.NEIGHBOUR;
import static se.nollan.rules.explanation.ExplainedMonth.ask;
import static se.nollan.rules.explanation.ExplainedMonth.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.nollan.rules.Ingest;
import se.nollan.rules.RulesParts;

/** Whether a figure can be made again from its evidence: with a branch, and with chats that were handed over. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class EvidenceIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void aMonth() {
        ExplainedMonth.send();
    }

    @Test
    void aMonthsEvidenceSentAsItIsGivesTheVerySameFigures() throws IOException {
        String file = ask("auditor-23", CENTRE + "/months/2026-10/evidence")
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
            assertThat(total.get("unit").asText()).isEqualTo(CENTRE);
            assertThat(total.get("channel")).isEqualTo(figure.get("channel"));
            for (String count : List.of("hits", "counted", "share")) {
                assertThat(total.get(count)).isEqualTo(figure.at("/counts/" + count));
            }
        }
        assertThat(answer.get("totals")).hasSize(2);
    }

    @Test
    void evidenceNamesEverythingThatItWasMadeFromAndLeavesOthersContactsOut() {
        ask("auditor-23", CENTRE + "/months/2026-10/evidence")
                .body("contacts.id", equalTo(List.of("a", "b", "c", "d", "e", "f", "from-neighbour", "g", "h")))
                .body("register.units.id", hasItems(CENTRE, BRANCH, NEIGHBOUR))
                .body("evidence.slices", hasSize(6))
                .body("evidence.slices.hash", everyItem(equalTo(Ingest.HASH)))
                .body("evidence.results", hasSize(4))
                .body("evidence.registerHash", equalTo(Ingest.HASH));
        ask("auditor-23", CENTRE + "/months/2026-10/evidence?from=2026-10-06&to=2026-10-06")
                .body("contacts.id", equalTo(List.of("f")));
        ask("auditor-23", CENTRE + "/months/2026-10/evidence?from=2026-11-01").statusCode(400);
    }

    @Test
    void evidenceByAnotherEditionGivesThatFigureAgain() throws IOException {
        String file = ask("auditor-23", BRANCH + "/months/2026-10/evidence?edition=1.6")
                .statusCode(200)
                .extract()
                .asString();
        evaluate(file)
                .statusCode(200)
                .body("totals.unit", equalTo(List.of(BRANCH)))
                .body("totals[0].counted", equalTo(1));
    }

    @Test
    void anotherCalendarThanTheOneHereIsRefused() throws IOException {
        String file =
                ask("auditor-23", CENTRE + "/months/2026-10/evidence").extract().asString();
        evaluate(file.replace("\"calendar\":\"se-1\"", "\"calendar\":\"se-0\""))
                .statusCode(400)
                .body("faults.pointer", equalTo(List.of("/ruleSet/calendar")));
    }

    private static ValidatableResponse evaluate(String file) {
        return post("auditor-23", "evaluations", file);
    }
}
