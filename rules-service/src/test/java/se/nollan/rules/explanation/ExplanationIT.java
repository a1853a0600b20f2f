package se.nollan.rules.explanation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static se.nollan.rules.explanation.ExplainedMonth.BRANCH;
import static se.nollan.rules.explanation.ExplainedMonth.CENTRE;
import static se.nollan.rules.explanation.ExplainedMonth.MONDAY;
import static se.nollan.rules.explanation.ExplainedMonth.ask;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.nollan.rules.RulesParts;

/** A month taken apart: a unit with a branch, a chat handed over to it and one from it, and a neighbour. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class ExplanationIT {

    @BeforeEach
    void aMonth() {
        ExplainedMonth.send();
    }

    private static ValidatableResponse month(String query) {
        return ask("auditor-23", CENTRE + "/months/2026-10" + query);
    }

    @Test
    void aMonthSaysItsFormulaWithTheNumbersFilledIn() {
        month("")
                .statusCode(200)
                .body("unit", equalTo(CENTRE))
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
                .body("days[4].contacts", equalTo("/rules/v1/units/" + CENTRE + "/days/" + MONDAY));
        ask("auditor-23", CENTRE + "/days/" + MONDAY + "?rule=P-U1")
                .body("items", hasSize(2))
                .body("items.disposition", everyItem(equalTo("MERGED")));
        ask("auditor-23", CENTRE + "/days/" + MONDAY + "?rule=P-Q9").statusCode(400);
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
        ask("auditor-23", BRANCH + "/months/2026-10").statusCode(404).body("measuredUnit", equalTo(CENTRE));
        ask("auditor-23", BRANCH + "/months/2026-10?edition=1.6").body("channels[0].counts.contactsIn", equalTo(1));
    }

    @Test
    void aMonthBeforeEveryEditionIsAskedForWithOne() {
        ask("auditor-23", CENTRE + "/months/2009-10").statusCode(400);
        ask("auditor-23", CENTRE + "/months/2009-10?edition=2.0").statusCode(200);
        ask("auditor-23", CENTRE + "/months/soon").statusCode(400);
    }
}
