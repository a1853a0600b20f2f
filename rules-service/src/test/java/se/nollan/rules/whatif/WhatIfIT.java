package se.nollan.rules.whatif;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static se.nollan.rules.explanation.ExplainedMonth.BRANCH;
import static se.nollan.rules.explanation.ExplainedMonth.CENTRE;
import static se.nollan.rules.explanation.ExplainedMonth.NEIGHBOUR;
import static se.nollan.rules.explanation.ExplainedMonth.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.rules.RulesParts;
import se.nollan.rules.explanation.ExplainedMonth;

/** What other rules would have given, over HTTP. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class WhatIfIT {

    @BeforeEach
    void aMonth() {
        ExplainedMonth.send();
    }

    private static ValidatableResponse ask(String question) {
        return post("coordinator-23", "what-ifs", question.replace('\'', '"'));
    }

    private static ValidatableResponse ask(String unit, String ruleSets) {
        return ask("{'units':['" + unit + "'],'from':'2026-10','ruleSets':" + ruleSets + "}");
    }

    @Test
    void anotherReadingSaysWhatItWouldHaveGivenAndWhichContactsMoved() {
        ask(CENTRE, "[{'blockedBesideCase':'COMPLETED_CASE'},{'blockedBesideCase':'AFTER_CONTACT'}]")
                .statusCode(200)
                .body("figures.findAll { it.channel == 'phone' }.difference.counted", equalTo(List.of(0, 1)))
                .body("figures[3].base.counted", equalTo(4))
                .body("figures[3].other.counted", equalTo(5))
                .body("figures[3].difference.hits", equalTo(0))
                .body("figures[3].difference.share", equalTo(-0.05f))
                .body("figures[3].month", equalTo("2026-10"))
                .body("moved.total", equalTo(1))
                .body("moved.items[0].contact.id", equalTo("b"))
                .body("moved.items[0].ruleSet", equalTo(1))
                .body("moved.items[0].from.disposition", equalTo("MERGED"))
                .body("moved.items[0].from.rule.id", equalTo("P-U1"))
                .body("moved.items[0].from.mergedInto.id", equalTo("a"))
                .body("moved.items[0].to.disposition", equalTo("MISS"))
                .body("moved.items[0].to.rule.id", equalTo("P-U3"))
                .body("months[0].base.edition", equalTo("2.0"))
                .body("months[0].ruleSets[1].blockedBesideCase", equalTo("AFTER_CONTACT"))
                .body("slices.hash", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void anotherEditionMovesContactsToTheBranchThatItPartsFromItsUnit() {
        ask("{'units':['" + CENTRE + "','" + BRANCH
                        + "'],'from':'2026-10','to':'2026-10','ruleSets':[{'edition':'1.6'}]}")
                .body("moved.items.find { it.contact.id == 'h' }.to.unit", equalTo(BRANCH))
                .body(
                        "figures.findAll { it.unit == '" + BRANCH + "' && it.channel == 'phone' }.other.counted",
                        equalTo(List.of(1)))
                .body("figures.find { it.unit == '" + CENTRE + "' && it.channel == 'chat' }.other.share", nullValue())
                .body("totals.find { it.channel == 'phone' }.base.counted", equalTo(4));
    }

    @Test
    void aChatThatTheFirstUnitWouldHaveIsFoundAtBoth() {
        ask(NEIGHBOUR, "[{'untakenChat':'FIRST_UNIT'}]")
                .body("moved.items.contact.id", equalTo(List.of("to-neighbour")))
                .body("moved.items[0].to.unit", equalTo(CENTRE));
        ask(CENTRE, "[{'untakenChat':'FIRST_UNIT'}]")
                .body("moved.items.contact.id", equalTo(List.of("to-neighbour")))
                .body("figures.find { it.channel == 'chat' }.difference.counted", equalTo(1));
    }

    @Test
    void aRegionIsAskedAboutAsAWholeAndAgainstAnyBase() {
        ask("{'region':'23','from':'2026-09','to':'2026-10','base':{'edition':'1.3'},'ruleSets':[{'edition':'1.3'}]}")
                .statusCode(200)
                .body("figures.unit", hasItem(CENTRE))
                .body("figures.difference.hits", everyItem(equalTo(0)))
                .body("moved.total", equalTo(0))
                .body("months.base.edition", equalTo(List.of("1.3", "1.3")));
        ask("{'region':'24','from':'2026-10','ruleSets':[{}]}").statusCode(403);
    }

    @Test
    void theMovedAreGivenByThePage() {
        String question = "{'units':['" + CENTRE + "'],'from':'2026-10','ruleSets':[{'edition':'1.3'}]}";
        int total = ask(question).extract().path("moved.total");
        String body = question.replace('\'', '"');
        post("coordinator-23", "what-ifs?limit=1&page=" + total, body)
                .body("moved.items", hasSize(1))
                .body("moved.total", equalTo(total));
        post("coordinator-23", "what-ifs?limit=1&page=" + (total + 1), body).body("moved.items", hasSize(0));
    }

    @Test
    void aMonthBeforeEveryEditionIsAskedAboutWithEditionsNamed() {
        ask("{'units':['" + CENTRE + "'],'from':'2009-10','ruleSets':[{'edition':'2.0'}]}")
                .statusCode(400);
        ask("{'units':['" + CENTRE + "'],'from':'2009-10','base':{'edition':'1.9'},'ruleSets':[{'edition':'2.0'}]}")
                .statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "neither units nor a region | 'from':'2026-10','ruleSets':[{}] | /units",
                "both | 'region':'23','units':['x'],'from':'2026-10','ruleSets':[{}] | /units",
                "no month | 'region':'23','ruleSets':[{}] | /from",
                "not a month | 'region':'23','from':'soon','ruleSets':[{}] | /from",
                "backwards | 'region':'23','from':'2026-10','to':'2026-09','ruleSets':[{}] | /to",
                "no rule set | 'region':'23','from':'2026-10' | /ruleSets",
                "an unknown edition | 'region':'23','from':'2026-10','ruleSets':[{'edition':'9'}] | /ruleSets/0/edition",
                "an unknown reading | 'region':'23','from':'2026-10','ruleSets':[{},{'repeatedHit':'NONE'}] | /ruleSets/1/repeatedHit",
                "an unknown field | 'region':'23','from':'2026-10','ruleSets':[{'mood':1}] | /ruleSets/0",
            })
    void aFaultIsToldByWhereItIs(String what, String question, String pointer) {
        ask("{" + question + "}").statusCode(400).body("faults.pointer", hasItem(pointer));
    }

    @Test
    void monthsThatNobodyKnowsAnythingOfAreRefusedBeforeAnythingIsCounted() {
        for (String to : List.of("9999-12", "2061-01", "+10000-01", "2029-10")) {
            ask("{'units':['" + CENTRE + "'],'from':'2026-10','to':'" + to + "','ruleSets':[{}]}")
                    .statusCode(400)
                    .body("faults.pointer", hasItem("/to"));
        }
    }

    @Test
    void aQuestionThatIsTooLargeIsRefusedBeforeAnythingIsRead() {
        String sets = String.join(",", Collections.nCopies(24, "{}"));
        ask("{'region':'23','from':'2023-11','to':'2026-10','ruleSets':[" + sets + "]}")
                .statusCode(422)
                .body("detail", containsString("Ask about fewer"));
        ask(CENTRE, "[" + sets + ",{}]").statusCode(400);
    }
}
