package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.ANY_VERSION;
import static se.nollan.publish.Region.OWN;
import static se.nollan.publish.Region.as;
import static se.nollan.publish.Region.draft;
import static se.nollan.publish.Region.sign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.publish.Broker;
import se.nollan.publish.PublishParts;
import se.nollan.publish.Region;

/** What must hold before a month is signed. */
@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class SigningIT {

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("Signing again by the same hand gives the same statement; there is nothing left to draft over")
    void signingIsIdempotent() {
        region.result(A, "2025-02-07", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2025-02", null);

        String first = sign(id).statusCode(200).extract().path("signedAt");
        String again = sign(id).statusCode(200).extract().path("signedAt");

        assertThat(again).isEqualTo(first);
    }

    @Test
    @DisplayName(
            "Invariant 10: what is sent but not evaluated stands in the way, whichever of the messages comes first")
    void whatIsNotEvaluatedStandsInTheWay() {
        region.result(A, "2025-03-07", "phone", 1, 9, 3);
        // The evaluation is heard of before the submission.
        region.progress(OWN, "+46631000001", A, "2025-03-07", 1);
        region.settle();
        String submission = region.submission(OWN, "+46631000001", A, Map.of("2025-03-07", 1L, "2025-03-10", 4L));
        region.settle();

        as("coordinator-23")
                .get("/publish/v1/months/2025-03/readiness?region=23")
                .then()
                .body("ready", equalTo(false))
                .body("outstanding.total", equalTo(1))
                .body("outstanding.slices[0].date", equalTo("2025-03-10"))
                .body("submissions[0].id", equalTo(submission))
                .body("submissions[0].outstandingSlices", equalTo(1));
        String id = draft("2025-03", null);
        sign(id).statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:nollan:problem:cannot-be-signed"))
                .body("objections.kind", contains("not-evaluated"))
                .body("objections[0].items[0].line", equalTo("+46631000001"));

        region.progress(OWN, "+46631000001", A, "2025-03-10", 3);
        region.settle();
        sign(id).statusCode(409);
        region.progress(OWN, "+46631000001", A, "2025-03-10", 4);
        region.settle();
        as("coordinator-23")
                .get("/publish/v1/months/2025-03/readiness?region=23")
                .then()
                .body("ready", equalTo(true));
        sign(id).statusCode(200);
    }

    @Test
    void aResultThatChangesAfterTheDraftStandsInTheWay() {
        region.result(A, "2025-04-07", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2025-04", null);
        String seen = as("coordinator-23").get("/publish/v1/statements/" + id).header("ETag");

        region.result(A, "2025-04-07", "phone", 2, 10, 2);
        region.settle();
        sign(id).statusCode(409)
                .body("objections.kind", contains("results-changed"))
                .body("objections[0].items[0].drafted", equalTo(1))
                .body("objections[0].items[0].now", equalTo(2));

        draft("2025-04", null);
        as("coordinator-23")
                .header("If-Match", seen)
                .put("/publish/v1/statements/" + id + "/signature")
                .then()
                .statusCode(412);
        sign(id).statusCode(200);
    }

    @Test
    @DisplayName("A month is not signed while one of its results lies in dead-letters, and is when it was sent again")
    void aResultInDeadLettersStandsInTheWay() {
        region.result(A, "2024-10-07", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2024-10", null);
        String good = Broker.example("result")
                .replace("SE2321000214-E000000000003", A)
                .replace("2026-10-05", "2024-10-07")
                .replace("\"revision\": 4", "\"revision\": 2");
        region.broker()
                .send(
                        "results",
                        A + "/2024-10-07/phone",
                        "result",
                        good.replace("\"contactsIn\": 8", "\"contactsIn\": 9"));
        region.settle();

        as("coordinator-23")
                .get("/publish/v1/months/2024-10/readiness?region=23")
                .then()
                .body("putAside", equalTo(1))
                .body("ready", equalTo(false));
        // What stands already mends nothing when it is sent again.
        region.result(A, "2024-10-07", "phone", 1, 9, 3);
        region.settle();
        sign(id).statusCode(409).body("objections.kind", hasItem("results-put-aside"));
        region.broker().send("results", A + "/2024-10-07/phone", "result", good);
        region.settle();
        as("coordinator-23")
                .get("/publish/v1/months/2024-10/readiness?region=23")
                .then()
                .body("putAside", equalTo(0));
        sign(draft("2024-10", null)).statusCode(200);
    }

    @Test
    @DisplayName("The end of a transaction is no message that waits")
    void theEndOfATransactionIsNoMessage() {
        try (Broker broker = Broker.inATransaction()) {
            broker.send(
                    "results", "transaction", "result", Broker.example("result").replace("000000000003", "T0"));
            broker.commit();
        }
        region.settle();
        region.result(A, "2024-11-03", "phone", 1, 9, 3);
        region.settle();

        sign(draft("2024-11", null)).statusCode(200);
    }

    @Test
    @DisplayName("A quiet month is signed while the messages of another one keep coming")
    void aQuietMonthIsSignedWhileAnotherOneFills() throws InterruptedException {
        region.result(A, "2024-12-03", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2024-12", null);
        AtomicBoolean enough = new AtomicBoolean();
        Thread other = new Thread(() -> {
            for (int i = 1; !enough.get(); i++) {
                region.broker()
                        .send(
                                "results",
                                "busy",
                                "result",
                                Broker.example("result")
                                        .replace("000000000003", "BUSY")
                                        .replace("\"revision\": 4", "\"revision\": " + i));
            }
        });
        other.start();
        try {
            Thread.sleep(1_000);
            sign(id).statusCode(200);
        } finally {
            enough.set(true);
            other.join();
        }
    }

    @Test
    @DisplayName(
            "A month is not signed while its results are being evaluated again, by whatever reason; another region's do not matter")
    void whatIsEvaluatedAgainStandsInTheWay() {
        region.result(A, "2024-09-03", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2024-09", null);

        region.evaluatedAgain(ANY_VERSION, """
                {"reason":"rules","from":"2024-08-01","to":"2024-09-01"}""");
        region.settle();
        sign(id).statusCode(409)
                .body("objections.kind", contains("evaluated-again"))
                .body("objections[0].items[0].reason", equalTo("rules"));
        as("coordinator-23")
                .get("/publish/v1/months/2024-09/readiness?region=23")
                .then()
                .body("ready", equalTo(false))
                .body("reEvaluations.reason", contains("rules"));

        region.evaluatedAgain(ANY_VERSION, """
                {"reason":"operator","from":"2024-08-01","to":"2024-08-31"},
                {"reason":"register","from":"2024-09-01","to":"2024-09-30","regions":["24"]}""");
        region.settle();
        sign(id).statusCode(200);
    }

    @Test
    @DisplayName("A month is not signed before results are made by the newest version of the register")
    void aRegisterVersionThatIsNotWorkedThroughStandsInTheWay() {
        region.result(A, "2024-07-03", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2024-07", null);

        region.evaluatedAgain(0, "");
        region.settle();
        sign(id).statusCode(409)
                .body("objections.kind", contains("evaluated-again"))
                .body("objections[0].detail", containsString("register"));
        as("coordinator-23")
                .get("/publish/v1/months/2024-07/readiness?region=23")
                .then()
                .body("registerWorkedThrough", equalTo(false))
                .body("ready", equalTo(false));

        region.evaluatedAgain(ANY_VERSION, "");
        region.settle();
        sign(id).statusCode(200);
    }
}
