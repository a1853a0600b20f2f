package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.B;
import static se.nollan.publish.Region.OWN;
import static se.nollan.publish.Region.as;
import static se.nollan.publish.Region.draft;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.Broker;
import se.nollan.publish.PublishParts;
import se.nollan.publish.Region;

@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class StatementIT {

    private static Broker broker;
    private static Region region;

    @BeforeAll
    static void connect() {
        broker = new Broker(PublishParts.parts().kafka().bootstrap());
        region = new Region(broker);
    }

    @BeforeEach
    void open() {
        region.open();
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

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
    @DisplayName(
            "Nobody reads signed figures with the small ones suppressed; the region sees them; a provider sees its own draft")
    void whoSeesWhat() {
        region.result(A, "2025-06-09", "phone", 1, 2, 1);
        region.result(B, "2025-06-09", "phone", 1, 40, 10);
        region.settle();
        String id = draft("2025-06", null);
        as("norrvard")
                .get("/publish/v1/statements/" + id)
                .then()
                .statusCode(200)
                .body("shownTo", equalTo("provider"))
                .body("figures.id", hasItem(B))
                .body("figures.id", not(hasItem(A)))
                .body("figures.id", not(hasItem("23")));
        as("").get("/publish/v1/statements/" + id).then().statusCode(401);
        as("kusthalsan").get("/publish/v1/statements/" + id).then().statusCode(403);
        sign(id).statusCode(200);

        as("").get("/publish/v1/statements/" + id)
                .then()
                .body("suppressBelow", equalTo(5))
                .body(figure("unit", A, "phone") + ".status", equalTo("suppressed"))
                .body(figure("unit", A, "phone") + ".counted", nullValue())
                // The sum goes with it: whoever knows the other unit, as everybody does and its provider would, would
                // have the first left.
                .body(figure("unit", B, "phone") + ".counted", equalTo(50))
                .body(figure("region", "23", "phone") + ".status", equalTo("suppressed"))
                .body("contentHash", nullValue())
                .body("hash", matchesPattern("[0-9a-f]{64}"))
                .body("results", nullValue())
                .body("signedBy", nullValue());
        as("auditor-23")
                .get("/publish/v1/statements/" + id)
                .then()
                .body(figure("unit", A, "phone") + ".counted", equalTo(3))
                .body("results", notNullValue());
    }

    @Test
    @DisplayName("What the public gets is made once, may be kept by caches, and names the version before")
    void whatThePublicGetsIsStored() throws SQLException {
        region.result(A, "2025-11-08", "phone", 1, 20, 10);
        region.settle();
        String first = draft("2025-11", null);
        sign(first).statusCode(200);
        String hash = as("").get("/publish/v1/statements/" + first)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=3600"))
                .header("Vary", containsString("Authorization"))
                .body("previousHash", nullValue())
                .extract()
                .path("hash");
        region.result(A, "2025-11-09", "phone", 1, 20, 10);
        region.settle();
        String second = draft("2025-11", "late file");
        sign(second).statusCode(200);

        as("").get("/publish/v1/statements/" + second).then().body("previousHash", equalTo(hash));
        as("auditor-23")
                .get("/publish/v1/statements/" + second)
                .then()
                .header("Cache-Control", equalTo("private, no-cache"))
                .body("previousHash", matchesPattern("[0-9a-f]{64}"))
                .body("previousHash", not(equalTo(hash)));
        as("").get("/publish/v1/statements?month=2025-11").then().body("items.find{it.version==1}.hash", equalTo(hash));
    }

    @Test
    @DisplayName("A statement that was changed where it is stored is not served, to anybody")
    void whatWasChangedIsNotServed() throws SQLException {
        region.result(A, "2025-12-08", "phone", 1, 20, 10);
        region.settle();
        String id = draft("2025-12", null);
        sign(id).statusCode(200);
        try (Connection owner = PublishParts.parts().postgres().connect("publish");
                var statement = owner.createStatement()) {
            statement.execute(
                    "update published_statement set json = replace(json, '20', '21') where id = '" + id + "'");
            statement.execute("update signed_statement set reason = 'x' where id = '" + id + "'");
        }

        for (String reader : new String[] {"", "auditor-23"}) {
            as(reader)
                    .get("/publish/v1/statements/" + id)
                    .then()
                    .statusCode(500)
                    .body("type", equalTo("urn:nollan:problem:statement-altered"));
        }
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
        try (Broker broker = new Broker(PublishParts.parts().kafka().bootstrap())) {
            broker.send(
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
            broker.send("results", A + "/2024-10-07/phone", "result", good);
        }
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
        try (Broker broker = Broker.inATransaction(PublishParts.parts().kafka().bootstrap())) {
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
            try (Broker broker = new Broker(PublishParts.parts().kafka().bootstrap())) {
                for (int i = 1; !enough.get(); i++) {
                    broker.send(
                            "results",
                            "busy",
                            "result",
                            Broker.example("result")
                                    .replace("000000000003", "BUSY")
                                    .replace("\"revision\": 4", "\"revision\": " + i));
                }
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
    void aStatementIsATableToo() {
        region.result(A, "2025-07-07", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2025-07", null);
        sign(id).statusCode(200);

        var response = as("").accept("text/csv")
                .get("/publish/v1/statements/" + id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract();
        assertThat(response.asString())
                .startsWith("statement,month,state,level,id,name,region,")
                .contains("23-2025-07-1,2025-07,signed,unit," + A
                        + ",Ängens hälsocentral,23,232100-0214,public,phone,reported,12,9,3,12,0.7500,0,0,,\r\n")
                .contains("unit," + B + ",Åsens vårdcentral,23,556677-8899,private,phone,missing,,,,,,,,,\r\n");

        as("").accept("text/csv")
                .header("If-None-Match", response.header("ETag"))
                .get("/publish/v1/statements/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    @DisplayName("Invariant 10: PostgreSQL itself refuses the service's role to change or remove a signed statement")
    void aSignedStatementCannotBeChangedByTheService() throws SQLException {
        region.result(A, "2025-08-07", "phone", 1, 9, 3);
        region.settle();
        sign(draft("2025-08", null)).statusCode(200);

        var postgres = PublishParts.parts().postgres();
        try (Connection connection = postgres.connect("publish", postgres.app("publish"));
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select count(*) from signed_statement where id = '23-2025-08-1'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
            for (String change : new String[] {
                "update signed_statement set reason = 'x'",
                "update published_statement set json = ''",
                "delete from published_statement",
                "delete from signed_statement",
                "truncate signed_statement",
                "drop table signed_statement"
            }) {
                assertThatThrownBy(() -> statement.executeUpdate(change))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
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

    private static ValidatableResponse sign(String id) {
        return as("coordinator-23")
                .put("/publish/v1/statements/" + id + "/signature")
                .then();
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

    private static String figure(String level, String id, String channel) {
        return "figures.find{it.level=='%s' && it.id=='%s' && it.channel=='%s'}".formatted(level, id, channel);
    }
}
