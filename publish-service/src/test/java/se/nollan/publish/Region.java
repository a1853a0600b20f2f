package se.nollan.publish;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fictional region, told of by messages as the other services send them: connected before a class's tests, and open before each.
 * Each test takes months of its own, so that none disturbs another.
 */
public final class Region implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    public static final String OWN = "232100-0214";
    public static final String NORRVARD = "556677-8899";
    public static final String KUSTHALSAN = "556677-1122";
    public static final String A = "SE2321000214-A1";
    public static final String B = "SE2321000214-B1";
    public static final String OTHER_REGION = "SE2321000222-C1";

    private static final String REGISTER = """
            {"version":%d,"hash":"%s","importedAt":"2026-10-01T05:00:00Z",
             "providers":[{"id":"232100-0214","name":"Region Exempel","form":"public"},
               {"id":"556677-8899","name":"Norrvård AB","form":"private"},
               {"id":"556677-1122","name":"Kusthälsan AB","form":"private"}],
             "units":[
               {"id":"SE2321000214-A1","name":"Ängens hälsocentral","region":"23","provider":"232100-0214","type":"vardcentral","target":30},
               {"id":"SE2321000214-B1","name":"Åsens vårdcentral","region":"23","provider":"556677-8899","type":"vardcentral"},
               {"id":"SE2321000222-C1","name":"Ön","region":"24","provider":"556677-1122","type":"vardcentral"}],
             "lines":[
               {"id":"+46631000001","unit":"SE2321000214-A1","kind":"main","automatic":true},
               {"id":"+46631000002","unit":"SE2321000214-B1","kind":"main","automatic":true},
               {"id":"+46631000003","unit":"SE2321000222-C1","kind":"main","automatic":true}]}
            """;

    /** More versions of the register than any test sends. */
    public static final long ANY_VERSION = 1_000_000;

    private Broker broker;

    @Override
    public void beforeAll(ExtensionContext context) {
        broker = new Broker();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        broker.close();
    }

    /** For a message that no other service would send. */
    public Broker broker() {
        return broker;
    }

    /** Register and access as every test wants them; sent again, they change nothing. */
    private void open() {
        register(1);
        access(OWN, "region-23");
        access(NORRVARD, "norrvard");
        access(KUSTHALSAN, "kusthalsan");
        evaluatedAgain(ANY_VERSION, "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("coordinator-23")
                                .get("/publish/v1/months/2000-01?region=23")
                                .statusCode()
                        == 200);
    }

    public void register(long version) {
        broker.send("register", "register", "register", REGISTER.formatted(version, "0".repeat(64)));
    }

    /** A register with more units in region 24, each with a phone line. */
    public void registerWith(long version, List<String> units) {
        String more = units.stream().map("""
                        {"id":"%1$s","name":"Enhet %1$s","region":"24","provider":"556677-1122","type":"vardcentral"},
                        """::formatted).collect(Collectors.joining());
        String body = REGISTER.formatted(version, "0".repeat(64)).replace("\"units\":[", "\"units\":[" + more);
        broker.send("register", "register", "register", body);
    }

    private void access(String provider, String client) {
        broker.send("register", provider, "access", """
                {"provider":"%s","revision":1,"clients":["%s"],"groups":[]}
                """.formatted(provider, client));
    }

    public void result(String unit, String date, String channel, long revision, long hits, long misses) {
        resultWith(unit, date, channel, revision, hits, misses, "");
    }

    /** A result with more members, as JSON that ends with a comma. */
    public void resultWith(
            String unit, String date, String channel, long revision, long hits, long misses, String more) {
        String hit = hits == 0 ? "{}" : "{\"P-C2\":%d}".formatted(hits);
        String miss = misses == 0 ? "{}" : "{\"P-U3\":%d}".formatted(misses);
        broker.send("results", unit + '/' + date + '/' + channel, "result", """
                {"unit":"%s","date":"%s","channel":"%s","revision":%d,"hash":"%s","contactsIn":%d,"hits":%d,"misses":%d,
                 "excluded":0,"merged":0,"counted":%d,"byRule":{"hit":%s,"miss":%s,"excluded":{},"merged":{}},
                 "ruleSet":{"edition":"2.0","calendar":"se-1","requiredAttempts":1,"evesAreHolidays":true},
                 "effects":[{"interpretation":"I-9","reading":"AFTER_CONTACT","hits":0,"counted":1}],
                 %s"registerVersion":1,"slices":[],"evaluatedAt":"2026-11-02T07:00:05Z"}
                """.formatted(
                        unit,
                        date,
                        channel,
                        revision,
                        "0".repeat(64),
                        hits + misses,
                        hits,
                        misses,
                        hits + misses,
                        hit,
                        miss,
                        more));
    }

    /** A submission of one line and the given days with their slice revisions; its id. */
    public String submission(String provider, String line, String unit, Map<String, Long> days) {
        String id = UUID.randomUUID().toString();
        submission(id, 1, "accepted", provider, line, unit, days);
        return id;
    }

    public void submission(
            String id, long revision, String state, String provider, String line, String unit, Map<String, Long> days) {
        String from = days.keySet().stream().sorted().findFirst().orElseThrow();
        String to = days.keySet().stream().sorted().reduce((a, b) -> b).orElseThrow();
        String revisions = days.entrySet().stream()
                .map(day -> "\"%s\":%d".formatted(day.getKey(), day.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        broker.send("submissions", id, "submission", """
                {"id":"%s","revision":%d,"provider":"%s","system":"teleq","from":"%s","to":"%s","state":"%s",
                 "receivedAt":"2026-11-02T07:00:00Z","changedAt":"2026-11-02T07:00:04.120Z",
                 "counts":{"read":1,"accepted":1,"repeated":0,"skipped":0,"inError":0,"warned":0,"moved":0},"findings":[{"rule":"LINE_UNKNOWN","count":2},{"rule":"LATER","count":1}],
                 "slices":[{"line":"%s","units":["%s"],"days":%s}]}
                """.formatted(
                        id, revision, provider, from, to, state, line, unit, revisions));
    }

    public void progress(String provider, String line, String unit, String date, long revision) {
        broker.send("progress", unit, "progress", """
                {"unit":"%s","date":"%s","registerVersion":1,"evaluatedAt":"2026-11-02T07:00:05Z",
                 "slices":[{"provider":"%s","system":"teleq","line":"%s","date":"%s","revision":%d}]}
                """.formatted(unit, date, provider, line, date, revision));
    }

    /**
     * What rules-service says of what it evaluates again.
     *
     * @param atWork the periods, as JSON
     */
    public void evaluatedAgain(long registerVersion, String atWork) {
        broker.send(
                "progress", "reevaluation", "reevaluation", """
                {"revision":%d,"registerVersion":%d,"atWork":[%s],"at":"2026-11-02T07:00:05Z"}
                """.formatted(System.nanoTime(), registerVersion, atWork));
    }

    /** Waits until everything sent so far is taken in. */
    public void settle() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as("coordinator-23")
                .get("/publish/v1/months/2000-01/readiness?region=23")
                .then()
                .statusCode(200)
                .body("backlog", equalTo(0)));
    }

    public static RequestSpecification as(String client) {
        return client.isEmpty()
                ? given()
                : given().auth().oauth2(PublishParts.parts().keycloak().token(client));
    }

    /** Has a draft signed. */
    public static ValidatableResponse sign(String id) {
        return as("coordinator-23")
                .put("/publish/v1/statements/" + id + "/signature")
                .then();
    }

    /** The path of a figure in a month or a statement. */
    public static String figure(String level, String id, String channel) {
        return "figures.find{it.level=='%s' && it.id=='%s' && it.channel=='%s'}".formatted(level, id, channel);
    }

    /** The id of a new draft. */
    public static String draft(String month, String reason) {
        return as("coordinator-23")
                .contentType("application/json")
                .body(
                        reason == null
                                ? Map.of("region", "23", "month", month)
                                : Map.of("region", "23", "month", month, "reason", reason))
                .post("/publish/v1/statements")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("http://[^/]+/publish/v1/statements/23-" + month + "-\\d+"))
                .extract()
                .path("id");
    }
}
