package se.nollan.ingest.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** What is due from whom, what came, and why something does not. The month is one that no other test sends anything of. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class ExpectedIT {
    private static final YearMonth MONTH = YearMonth.now().minusMonths(14);
    private static final LocalDate FIRST = MONTH.atDay(1);
    private static final String LINE = "+46631000071";

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName(
            "What nobody covers is missing and late; what a submission covers, if only with nothing, came; the rest can be excused")
    void dueCameLateExcused() {
        var days = MONTH.lengthOfMonth();
        expected("kusthalsan", Region.KUSTHALSAN)
                .body("due", equalTo(MONTH.atEndOfMonth().plusDays(10).toString()))
                .body("providers.provider", contains(Region.KUSTHALSAN))
                .body("providers[0].state", equalTo("late"))
                .body("providers[0].missing", equalTo(days));

        Region.as("kusthalsan")
                .queryParam("system", "expected")
                .queryParam("from", FIRST.toString())
                .queryParam("to", FIRST.plusDays(9).toString())
                .queryParam("empty", "true")
                .contentType("text/csv")
                .body(Region.csv())
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201);
        expected("coordinator-23", Region.KUSTHALSAN)
                .body("providers[0].came", equalTo(10))
                .body("providers[0].missing", equalTo(days - 10))
                .body("providers[0].lines.line", contains(LINE))
                .body(
                        "providers[0].lines[0].missing.from",
                        contains(FIRST.plusDays(10).toString()));

        String id = say("kusthalsan", "changes its system")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        expected("auditor-23", Region.KUSTHALSAN)
                .body("providers[0].state", equalTo("complete"))
                .body("providers[0].excused", equalTo(days - 10))
                .body("providers[0].lines[0].excused.reason", contains("changes its system"));
        Region.as("kusthalsan")
                .queryParam("provider", Region.KUSTHALSAN)
                .queryParam("month", MONTH.toString())
                .get("/ingest/v1/absences")
                .then()
                .statusCode(200)
                .body("id", hasItem(id));

        Region.as("norrvard").delete("/ingest/v1/absences/" + id).then().statusCode(403);
        Region.as("coordinator-23").delete("/ingest/v1/absences/" + id).then().statusCode(204);
        expected("kusthalsan", Region.KUSTHALSAN).body("providers[0].state", equalTo("late"));
    }

    @Test
    @DisplayName("A provider sees its own; nobody excuses another, and no reason holds a number")
    void eachItsOwn() {
        Region.as("norrvard")
                .queryParam("month", MONTH.toString())
                .get("/ingest/v1/expected-submissions")
                .then()
                .statusCode(200)
                .body("providers.provider", contains(Region.NORRVARD));
        Region.as("norrvard")
                .queryParam("month", MONTH.toString())
                .queryParam("provider", Region.KUSTHALSAN)
                .get("/ingest/v1/expected-submissions")
                .then()
                .statusCode(403);
        Region.as("coordinator-24")
                .queryParam("month", MONTH.toString())
                .get("/ingest/v1/expected-submissions")
                .then()
                .statusCode(200)
                .body("providers.findAll { it.provider == '" + Region.NORRVARD + "' }", empty());
        say("norrvard", "not mine").then().statusCode(403);
        say("coordinator-24", "not mine").then().statusCode(403);
        say("kusthalsan", "ring 0701740605").then().statusCode(400).body("detail", containsString("telephone"));
        say("kusthalsan", " ").then().statusCode(400).body("detail", containsString("why"));
        Region.as("coordinator-23")
                .queryParam("month", YearMonth.now().plusMonths(1).toString())
                .get("/ingest/v1/expected-submissions")
                .then()
                .statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse expected(String who, String provider) {
        return Region.as(who)
                .queryParam("month", MONTH.toString())
                .queryParam("provider", provider)
                .get("/ingest/v1/expected-submissions")
                .then()
                .statusCode(200)
                .body("providers", hasSize(1));
    }

    private static Response say(String who, String reason) {
        return Region.as(who)
                .contentType("application/json; charset=utf-8")
                .body("{\"provider\": \"%s\", \"line\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"reason\": \"%s\"}"
                        .formatted(Region.KUSTHALSAN, LINE, FIRST.plusDays(10), MONTH.atEndOfMonth(), reason))
                .post("/ingest/v1/absences");
    }
}
