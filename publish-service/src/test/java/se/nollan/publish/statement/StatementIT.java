package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.B;
import static se.nollan.publish.Region.OWN;
import static se.nollan.publish.Region.as;
import static se.nollan.publish.Region.draft;
import static se.nollan.publish.Region.figure;
import static se.nollan.publish.Region.sign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.publish.PublishParts;
import se.nollan.publish.Region;

@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class StatementIT {

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("A month is drafted, signed, corrected with a reason, and every version stays")
    void aMonthIsSignedAndCorrected() {
        region.result(A, "2025-01-07", "phone", 1, 9, 3);
        region.result(B, "2025-01-07", "phone", 1, 20, 5);
        region.settle();

        String id = draft("2025-01", null);
        assertThat(id).isEqualTo("23-2025-01-1");
        sign(id).statusCode(200)
                .body("state", equalTo("signed"))
                .body("signedBy.client", equalTo("coordinator-23"))
                .body("signedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("contentHash", matchesPattern("[0-9a-f]{64}"))
                .body(figure("unit", A, "phone") + ".share", equalTo(0.75f))
                .body(figure("region", "23", "total") + ".counted", equalTo(37))
                // One more would count, and be no hit: 9 of 13.
                .body(figure("unit", A, "phone") + ".effects[0].reading", equalTo("AFTER_CONTACT"))
                .body(figure("unit", A, "phone") + ".effects[0].shareDifference", equalTo(-0.0577f))
                .body(figure("region", "23", "total") + ".effects[0].counted", equalTo(2))
                .body("results.'" + A + "'.phone.'2025-01-07'", equalTo(1));

        refuseDraft("2025-01", "anew").body("type", equalTo("urn:nollan:problem:nothing-changed"));

        region.result(A, "2025-01-08", "phone", 1, 0, 4);
        region.settle();
        refuseDraft("2025-01", null).body("type", equalTo("urn:nollan:problem:reason-missing"));
        String next = draft("2025-01", "A file came late");
        assertThat(next).isEqualTo("23-2025-01-2");
        sign(next)
                .body("reason", equalTo("A file came late"))
                .body("changes.findAll{it.level=='unit'}.id.unique()", contains(A))
                .body("changes.find{it.level=='unit' && it.channel=='phone'}.before.counted", equalTo(12))
                .body("changes.find{it.level=='unit' && it.channel=='phone'}.after.counted", equalTo(16));

        as("coordinator-23")
                .get("/publish/v1/statements/23-2025-01-1")
                .then()
                .body(figure("unit", A, "phone") + ".counted", equalTo(12));
        as("").queryParam("month", "2025-01")
                .get("/publish/v1/statements")
                .then()
                .body("items.id", contains("23-2025-01-2", "23-2025-01-1"))
                .body("total", equalTo(2));
    }

    @Test
    @DisplayName("What a result carries beside its counts is told for the month, with what deserves a look")
    void signalsOfAMonth() {
        region.resultWith(A, "2025-09-01", "phone", 1, 9, 3, """
                "signals":{"demand":{"8":12},"full":{"8":3},"withheld":2,"once":8,"twice":1,"doneWithoutCall":1,
                  "callback":{"calls":9,"reached":2,"seconds":4200,"minutes":{"10":2,"60":1}}},
                "workingDays":[1,2],""");
        String submission = region.submission(OWN, "+46631000001", A, Map.of("2025-09-01", 1L));
        region.settle();

        as("coordinator-23")
                .get("/publish/v1/months/2025-09/signals?region=23&unit=" + A)
                .then()
                .statusCode(200)
                .body("units[0].silentDays", contains("2025-09-02"))
                .body("units[0].signals.signal", contains("silent-days", "done-without-call"))
                .body("units[0].channels.phone.demand.'1'.'8'", equalTo(12))
                .body("units[0].channels.phone.hidden.fullByHour.'8'", equalTo(3))
                .body("units[0].channels.phone.callers.repeatShare", equalTo(0.1111f))
                .body("units[0].channels.phone.callback.meanMinutes", equalTo(23.3f))
                .body("units[0].channels.phone.callback.medianMinutes", equalTo(10))
                .body("units[0].channels.phone.callback.percentile90Minutes", equalTo(60))
                .body("units[0].channels.phone.callback.withinTarget", equalTo(2))
                .body("units[0].channels.phone.daysWithoutSignals", equalTo(0))
                .body("submissions.find{it.submission=='" + submission + "'}.unknownLines", equalTo(2));
    }

    @Test
    @DisplayName("A result that is not newer is ignored, whatever it says")
    void anOlderResultIsIgnored() {
        region.result(A, "2025-05-07", "phone", 3, 9, 3);
        region.result(A, "2025-05-07", "phone", 2, 1, 0);
        region.result(A, "2025-05-07", "phone", 3, 2, 0);
        region.settle();

        as("coordinator-23")
                .get("/publish/v1/months/2025-05?region=23")
                .then()
                .body(figure("unit", A, "phone") + ".counted", equalTo(12));
    }

    @Test
    void whatCannotBeDraftedIsSaidPlainly() {
        refuseDraft("2059-01", null).body("type", equalTo("urn:nollan:problem:month-not-over"));
        refuseDraft("2012-01", null).body("type", equalTo("urn:nollan:problem:nothing-came"));
        for (String reason : new String[] {"Ring Anna 070-174 06 05", "anna@example.org", "a".repeat(501)}) {
            as("coordinator-23")
                    .contentType("application/json")
                    .body(Map.of("region", "23", "month", "2012-01", "reason", reason))
                    .post("/publish/v1/statements")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:nollan:problem:reason-not-publishable"))
                    .body("detail", not(containsString("174")));
        }
        as("coordinator-23")
                .contentType("application/json")
                .body("{\"region\":\"23\",\"month\":\"October\"}")
                .post("/publish/v1/statements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("2026-10"));
        as("coordinator-23")
                .put("/publish/v1/statements/23-1999-01-1/signature")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as("coordinator-23").get("/publish/v1/months/2025-01").then().statusCode(400);
    }

    private static ValidatableResponse refuseDraft(String month, String reason) {
        return as("coordinator-23")
                .contentType("application/json")
                .body(
                        reason == null
                                ? Map.of("region", "23", "month", month)
                                : Map.of("region", "23", "month", month, "reason", reason))
                .post("/publish/v1/statements")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }
}
