package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static se.nollan.ingest.submission.Region.DAY;
import static se.nollan.ingest.submission.Region.call;
import static se.nollan.ingest.submission.Region.csv;
import static se.nollan.ingest.submission.Region.id;
import static se.nollan.ingest.submission.Region.order;
import static se.nollan.ingest.submission.Region.send;
import static se.nollan.ingest.submission.Region.standing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** What a submission does to what stands. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class SubmissionIT {

    @RegisterExtension
    static final Region region = new Region();

    @Test
    void aSubmissionIsTakenInAndReported() {
        var rows = csv(
                call("a", 8),
                call("a", 8),
                call("b", 9),
                "c,+46631000021,phone,queue," + DAY + "T08:00:00,4711,",
                call("b", 10));
        var sent = order("report").queryParam("acceptErrors", true).body(rows).post("/ingest/v1/submissions");

        sent.then()
                .statusCode(201)
                .header("Location", matchesPattern("http://[^/]+/ingest/v1/submissions/[0-9a-f-]{36}"))
                .body("state", equalTo("accepted"))
                .body("provider", equalTo(Region.NORRVARD))
                .body("profile", equalTo("canonical"))
                .body("counts.read", equalTo(5))
                .body("counts.accepted", equalTo(3))
                .body("counts.repeated", equalTo(1))
                .body("counts.inError", equalTo(1))
                .body("counts.warned", equalTo(2))
                .body("report.errors", hasSize(1))
                .body("report.errors[0].rule", equalTo("DUPLICATE_ID"))
                .body("report.errors[0].line", equalTo(6))
                .body("report.warnings.rule", hasItem("ROW_REPEATED"))
                .body("report.warnings.rule", hasItem("NOT_A_NUMBER"));
        assertThat(standing("report")).containsExactly("+46631000021 a r1", "+46631000021 b r1", "+46631000021 c r1");
        await().atMost(Duration.ofSeconds(30)).until(() -> Region.messages("submissions", sent.path("id")).stream()
                .anyMatch(text -> text.contains("\"findings\":[{\"rule\":\"DUPLICATE_ID\",\"count\":1},"
                        + "{\"rule\":\"NOT_A_NUMBER\",\"count\":1},{\"rule\":\"ROW_REPEATED\",\"count\":1}]")));
    }

    @Test
    void itIsSeenByItsProviderAndByTheRegionAndByNobodyElse() {
        var id = id(send("seen", call("a", 8)));

        for (var who : new String[] {"norrvard", "coordinator-23", "auditor-23"}) {
            Region.as(who)
                    .get("/ingest/v1/submissions/" + id)
                    .then()
                    .statusCode(200)
                    .body("report", notNullValue());
            Region.as(who)
                    .queryParam("provider", Region.NORRVARD)
                    .queryParam("from", DAY.toString())
                    .get("/ingest/v1/submissions")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
        for (var who : new String[] {"kusthalsan", "coordinator-24", "operator"}) {
            Region.as(who).get("/ingest/v1/submissions/" + id).then().statusCode(403);
        }
        Region.as("kusthalsan")
                .get("/ingest/v1/submissions")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        Region.as("norrvard")
                .queryParam("state", "gone")
                .get("/ingest/v1/submissions")
                .then()
                .statusCode(400)
                .body("parameters[0].parameter", equalTo("state"));
    }

    @Test
    void sendingTheSameAgainChangesNothing() {
        var first = id(send("twice", call("a", 8), call("b", 9)));
        var second = id(send("twice", call("b", 9), call("a", 8)));

        assertThat(standing("twice")).containsExactly("+46631000021 a r1", "+46631000021 b r1");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Region.messages("submissions", second).stream().anyMatch(m -> m.contains("\"accepted\"")));
        assertThat(Region.messages("contacts", second)).isEmpty();
        assertThat(Region.messages("contacts", first)).hasSize(1);
        Region.get(first).then().body("state", equalTo("accepted"));
    }

    @Test
    void aCorrectedFileCorrectsAndARemovedRowIsGone() {
        var first = id(send("corrected", call("a", 8), call("b", 9), call("c", "+46631000051", 9)));
        send("corrected", call("a", 10), call("c", "+46631000051", 9)).then().statusCode(201);

        assertThat(standing("corrected")).containsExactly("+46631000021 a r2", "+46631000051 c r1");
        Region.get(first).then().body("state", equalTo("accepted"));

        send("corrected", call("d", "+46631000051", 9)).then().statusCode(201);

        assertThat(standing("corrected")).containsExactly("+46631000021 - r3", "+46631000051 d r2");
        Region.get(first).then().body("state", equalTo("superseded"));
    }

    @Test
    void anIdThatStandsElsewhereIsMoved() {
        id(send("moved", call("a", 8), call("b", 9)));
        Region.order("moved")
                .queryParam("line", "+46631000051")
                .body(Region.csv(call("a", "+46631000051", 8)))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .body("counts.moved", equalTo(1));

        assertThat(standing("moved")).containsExactly("+46631000021 b r2", "+46631000051 a r1");
    }

    @Test
    void aCorrectedTimeMovesAContactToAnotherDay() {
        id(send("other-day", call("a", 8), call("b", 9)));
        var nextDay = call("a", 8).replace(DAY.toString(), DAY.plusDays(1).toString());
        Region.order("other-day", DAY.plusDays(1), DAY.plusDays(1))
                .body(Region.csv(nextDay))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .body("counts.moved", equalTo(1));

        assertThat(standing("other-day")).containsExactly("+46631000021 a r1", "+46631000021 b r2");
    }

    @Test
    void twoSystemsMayUseTheSameIds() {
        id(send("system-1", call("a", 8)));
        id(send("system-2", call("a", 9)));

        assertThat(standing("system-1")).containsExactly("+46631000021 a r1");
        assertThat(standing("system-2")).containsExactly("+46631000021 a r1");
    }

    @Test
    void aLineThatIsNamedAloneIsReplacedAlone() {
        id(send("named", call("a", 8), call("b", "+46631000051", 9)));
        Region.order("named")
                .queryParam("line", "+46631000021")
                .body(Region.csv(call("c", 8)))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201);

        assertThat(standing("named")).containsExactly("+46631000021 c r2", "+46631000051 b r1");
    }

    @Test
    void nothingGoodIsReplacedByNothing() {
        id(send("guard", call("a", 8)));

        send("guard").then().statusCode(422).body("submission.report.refusal.reason", equalTo("NOTHING_ACCEPTED"));
        send("guard", call("b", 8), "c,+46631000021,phone,visit," + DAY + "T08:00:00,,")
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("TOO_MANY_ERRORS"))
                .body("submission.state", equalTo("rejected"));
        Region.order("guard")
                .queryParam("empty", "true")
                .body(Region.csv(call("b", 8)))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("NOT_EMPTY"));
        assertThat(standing("guard")).containsExactly("+46631000021 a r1");

        Region.order("guard")
                .queryParam("acceptErrors", "true")
                .body(Region.csv(call("b", 8), "c,+46631000021,phone,visit," + DAY + "T08:00:00,,"))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .body("acceptErrors", equalTo(true));
        assertThat(standing("guard")).containsExactly("+46631000021 b r2");

        Region.order("guard")
                .queryParam("empty", "true")
                .body(Region.csv())
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .body("empty", equalTo(true));
        assertThat(standing("guard")).containsExactly("+46631000021 - r3");
    }

    @Test
    void whatIsWithdrawnGivesWayToWhatStoodBefore() {
        var first = id(send("withdrawn", call("a", 8), call("b", 9)));
        var second = id(send("withdrawn", call("a", 10), call("c", "+46631000051", 9)));
        Region.get(first).then().body("state", equalTo("superseded"));

        Region.withdraw(second).then().statusCode(200).body("state", equalTo("withdrawn"));

        assertThat(standing("withdrawn"))
                .containsExactly("+46631000021 a r3", "+46631000021 b r3", "+46631000051 - r2");
        Region.get(first).then().body("state", equalTo("accepted"));
        assertThat(Region.query(
                        "select content from contact c join source s on s.id = c.source and s.system = 'withdrawn'"))
                .hasSize(2);

        Region.withdraw(second).then().statusCode(200);
        Region.withdraw(first).then().statusCode(200);
        assertThat(standing("withdrawn")).containsExactly("+46631000021 - r4", "+46631000051 - r2");
    }

    @Test
    void whatAnotherSubmissionSaidTooStandsWhenOneIsWithdrawn() {
        var first = id(send("said-twice", call("a", 8)));
        var second = id(send("said-twice", call("a", 8)));

        Region.withdraw(first).then().statusCode(200);
        assertThat(standing("said-twice")).containsExactly("+46631000021 a r1");
        Region.withdraw(second).then().statusCode(200);
        assertThat(standing("said-twice")).containsExactly("+46631000021 - r2");
    }

    @Test
    void aContactThatHasMovedOnStaysWhereItIsWhenAnOlderSubmissionIsWithdrawn() {
        id(send("moved-on", call("x", 8), call("y", 9)));
        var second = id(send("moved-on", call("y", 9)));
        Region.order("moved-on")
                .queryParam("line", "+46631000051")
                .body(Region.csv(call("x", "+46631000051", 8)))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201);

        Region.withdraw(second).then().statusCode(200);

        assertThat(standing("moved-on")).containsExactly("+46631000021 y r2", "+46631000051 x r1");
    }

    @Test
    void aRejectedSubmissionCannotBeWithdrawn() {
        String rejected = send("rejected").then().statusCode(422).extract().path("submission.id");

        Region.withdraw(rejected).then().statusCode(409);
        Region.as("kusthalsan")
                .post("/ingest/v1/submissions/" + rejected + "/withdrawal")
                .then()
                .statusCode(403);
    }

    @Test
    void noCallerIsStoredOrEchoed() {
        var sent = send("private", "p,+46631000021,phone,visit," + DAY + "T08:00:00,070-174 06 33,", call("q", 9));
        sent.then().statusCode(422);
        assertThat(sent.asString()).doesNotContain("0701740633", "174 06 33", "701740633");
        id(send("private", call("q", 9)));

        assertThat(Region.query("select content from contact")).noneMatch(content -> content.contains("701740605"));
        assertThat(Region.query("select report::text from submission"))
                .noneMatch(report -> report.contains("174 06 33"));
    }
}
