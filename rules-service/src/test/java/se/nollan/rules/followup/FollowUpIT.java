package se.nollan.rules.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static se.nollan.rules.explanation.ExplainedMonth.CENTRE;
import static se.nollan.rules.explanation.ExplainedMonth.ask;
import static se.nollan.rules.explanation.ExplainedMonth.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.rules.RulesParts;
import se.nollan.rules.explanation.ExplainedMonth;

/** A region follows its own units up by rules of its own, beside the national figure and never in it. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class FollowUpIT {

    private static final String OWN = "regions/23/follow-up";

    @BeforeEach
    void aMonth() {
        ExplainedMonth.send();
    }

    private static int change(String rules) {
        return put("coordinator-23", OWN, rules.replace('\'', '"'))
                .statusCode(200)
                .extract()
                .path("version");
    }

    private static ValidatableResponse own(String query) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token("auditor-23"))
                .get("/rules/v1/" + OWN + query)
                .then();
    }

    @Test
    void aMonthByTheRegionsRulesIsNamedSoAndStandsBesideTheNationalFigure() {
        int version = change("{'closedQueueFrom':'13:00','closedQueueTo':'16:00','targetMinutes':90}");

        ask("auditor-23", CENTRE + "/months/2026-10/follow-up")
                .statusCode(200)
                .body("reading", equalTo("regional"))
                .body("regional.version", equalTo(version))
                .body("regional.rules.closedQueueFrom", equalTo("13:00:00"))
                .body("national.edition", equalTo("2.0"))
                .body("channels[0].figure.counted", equalTo(3))
                .body("channels[0].national.counted", equalTo(4))
                .body(
                        "channels[0].formula.en",
                        equalTo("1 hits / (2 cases + 1 unique calls to a full queue + 0 unique calls to a closed queue"
                                + " 13.00–16.00) = 0.3333"))
                .body("channels[0].target.callbacks", equalTo(2))
                .body("channels[0].target.within", equalTo(1))
                .body("channels[0].target.share", equalTo(0.5f))
                .body("days", hasSize(31))
                .body("days[4].phone.counted", equalTo(2));
        // The national figure knows nothing of it.
        ask("auditor-23", CENTRE + "/months/2026-10")
                .body("channels[0].counts.counted", equalTo(4))
                .body("days.results.flatten().saysTheSame.unique()", equalTo(List.of(true)));
    }

    @Test
    void everyChangeIsAVersionThatStandsAndSayingTheSameTwiceIsNone() {
        int first = change("{'requiredAttempts':2}");
        int second = change("{'requiredAttempts':3,'targetMinutes':60}");

        assertThat(second).isEqualTo(first + 1);
        assertThat(change("{'requiredAttempts':3,'targetMinutes':60}")).isEqualTo(second);
        own("").body("version", equalTo(second)).body("changedBy", equalTo("coordinator-23"));
        own("?version=" + first).body("rules.requiredAttempts", equalTo(2)).body("rules.targetMinutes", nullValue());
        own("/versions").body("items.version", hasItem(first)).body("items[0].version", equalTo(second));
        own("?version=999").statusCode(404);
        ask("auditor-23", CENTRE + "/months/2026-10/follow-up?version=" + first)
                .body("regional.rules.requiredAttempts", equalTo(2))
                .body("channels[0].target.share", nullValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "no attempts | {'requiredAttempts':0} | /requiredAttempts",
                "too many | {'requiredAttempts':21} | /requiredAttempts",
                "no time | {'closedQueueFrom':'early'} | /closedQueueFrom",
                "no such time | {'closedQueueFrom':'25:00'} | /closedQueueFrom",
                "backwards | {'closedQueueFrom':'17:00','closedQueueTo':'08:00'} | /closedQueueTo",
                "no target | {'targetMinutes':0} | /targetMinutes",
                "an unknown field | {'mood':1} | \"\"",
            })
    void rulesThatCannotBeKeptAreRefused(String what, String rules, String pointer) {
        put("coordinator-23", OWN, rules.replace('\'', '"')).statusCode(400).body("faults.pointer", hasItem(pointer));
    }
}
