package se.nollan.rules;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every endpoint, for every role, without a token, for another provider and for another region. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class SecurityIT {

    private static final String NORRVARDS = unit(501);
    private static final String REGIONS_OWN = unit(502);
    private static final String ELSEWHERE = unit(503);
    private static final String DAY = "2026-10-05";
    private static final String QUESTION =
            "{\"register\":{\"providers\":[],\"units\":[],\"lines\":[]},\"contacts\":[]}";

    /** Who asks, in the order of the columns of the table. */
    private static final List<String> WHO = List.of(
            "nobody",
            "norrvard",
            "kusthalsan",
            "region-23",
            "coordinator-23",
            "auditor-23",
            "coordinator-24",
            "auditor-24",
            "operator",
            "nollan-publish");

    private static final String TABLE = """
            POST /rules/v1/evaluations                                  401 200 200 200 200 200 200 200 200 403
            GET  /rules/v1/results                                      401 200 200 200 200 200 200 200 403 403
            GET  /rules/v1/results?page=abc                             401 400 400 400 400 400 400 400 403 403
            GET  /rules/v1/results?unit={norrvards}                     401 200 403 403 200 200 403 403 403 403
            GET  /rules/v1/results?unit={own}                           401 403 403 200 200 200 403 403 403 403
            GET  /rules/v1/results?unit={elsewhere}                     401 403 200 403 403 403 200 200 403 403
            GET  /rules/v1/results?region=23                            401 200 200 200 200 200 403 403 403 403
            GET  /rules/v1/results?unit=SE2321000214-E999999999999      401 404 404 404 404 404 404 404 403 403
            GET  /rules/v1/units/{norrvards}/days/2026-10-05            401 200 403 403 200 200 403 403 403 403
            GET  /rules/v1/units/{own}/days/2026-10-05                  401 403 403 200 200 200 403 403 403 403
            GET  /rules/v1/units/{elsewhere}/days/2026-10-05            401 403 200 403 403 403 200 200 403 403
            GET  /rules/v1/units/{own}/months/2061-01                   401 400 400 400 400 400 400 400 403 403
            GET  /rules/v1/units/{own}/months/+10000-01                 401 400 400 400 400 400 400 400 403 403
            GET  /rules/v1/units/{own}/days/2061-01-01                  401 400 400 400 400 400 400 400 403 403
            GET  /rules/v1/units/{norrvards}/months/2026-10             401 200 403 403 200 200 403 403 403 403
            GET  /rules/v1/units/{own}/months/2026-10                   401 403 403 200 200 200 403 403 403 403
            GET  /rules/v1/units/{elsewhere}/months/2026-10             401 403 200 403 403 403 200 200 403 403
            GET  /rules/v1/units/{norrvards}/months/2026-10/evidence    401 200 403 403 200 200 403 403 403 403
            GET  /rules/v1/units/{own}/months/2026-10/evidence          401 403 403 200 200 200 403 403 403 403
            GET  /rules/v1/units/{elsewhere}/months/2026-10/evidence    401 403 200 403 403 403 200 200 403 403
            POST /rules/v1/what-ifs?of={norrvards}                      401 200 403 403 200 200 403 403 403 403
            POST /rules/v1/what-ifs?of={own}                            401 403 403 200 200 200 403 403 403 403
            POST /rules/v1/what-ifs?of={elsewhere}                      401 403 200 403 403 403 200 200 403 403
            GET  /rules/v1/conformance-vectors                          401 200 200 200 200 200 200 200 200 403
            POST /rules/v1/conformance-runs                             401 400 400 400 400 400 400 400 400 403
            PUT  /rules/v1/regions/24/follow-up                         401 403 403 403 403 403 400 403 403 403
            GET  /rules/v1/regions/24/follow-up                         401 403 403 403 403 403 404 404 403 403
            GET  /rules/v1/regions/24/follow-up/versions                401 403 403 403 403 403 200 200 403 403
            GET  /rules/v1/units/{elsewhere}/months/2026-10/follow-up   401 403 404 403 403 403 404 404 403 403
            GET  /rules/v1/evaluation-queue                             401 403 403 403 403 403 403 403 200 403
            GET  /rules/v1/refused-groups                               401 403 403 403 403 403 403 403 200 403
            DELETE /rules/v1/refused-groups/none                        401 403 403 403 403 403 403 403 404 403
            POST /rules/v1/re-evaluations                               401 403 403 403 403 403 403 403 400 403
            GET  /rules/v1/re-evaluations                               401 403 403 403 403 403 403 403 200 403
            GET  /rules/v1/re-evaluations/999999                        401 403 403 403 403 403 403 403 404 403
            GET  /rules/v1/api-info                                     200 200 200 200 200 200 200 200 200 200
            GET  /rules/v1/openapi                                      200 200 200 200 200 200 200 200 200 200
            """;

    private static Broker broker;

    @BeforeAll
    static void aRegionWithTwoPrivateProvidersAndUnitsOfItsOwn() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        broker.send(
                "register",
                "register",
                "register",
                Registers.next()
                        .provider("556677-0001")
                        .provider("556677-0002")
                        .provider("232100-0214")
                        .unit(NORRVARDS, "23", "556677-0001", "vardcentral", null)
                        .unit(REGIONS_OWN, "23", "232100-0214", "vardcentral", null)
                        .unit(ELSEWHERE, "24", "556677-0002", "vardcentral", null)
                        .line("norr", NORRVARDS, "main", true)
                        .line("own", REGIONS_OWN, "main", true)
                        .line("elsewhere", ELSEWHERE, "main", true)
                        .json());
        access("556677-0001", "norrvard");
        access("556677-0002", "kusthalsan");
        access("232100-0214", "region-23");
        send("556677-0001", "norr", NORRVARDS);
        send("232100-0214", "own", REGIONS_OWN);
        send("556677-0002", "elsewhere", ELSEWHERE);
        for (String line : List.of("norr", "own", "elsewhere")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> broker.evaluated(line, DAY) == 1);
        }
        broker.close();
    }

    private static void access(String provider, String client) {
        broker.send(
                "register",
                provider,
                "access",
                "{\"provider\":\"%s\",\"revision\":1,\"clients\":[\"%s\"],\"groups\":[]}".formatted(provider, client));
    }

    private static void send(String provider, String line, String unit) {
        broker.send(
                "contacts",
                unit,
                "contacts",
                Ingest.contacts(
                        Registers.version(),
                        unit,
                        Ingest.Slice.of(
                                provider, line, DAY, 1, unit, contact("a", "phone", "full", DAY + "T08:00:00Z"))));
    }

    static Stream<Arguments> table() {
        return TABLE.lines().flatMap(row -> {
            String[] cells = row.split("\\s+");
            String path = cells[1].replace("{norrvards}", NORRVARDS)
                    .replace("{own}", REGIONS_OWN)
                    .replace("{elsewhere}", ELSEWHERE);
            List<String> expected = Arrays.asList(cells).subList(2, cells.length);
            assertThat(expected).hasSameSizeAs(WHO);
            return Stream.iterate(0, i -> i + 1)
                    .limit(WHO.size())
                    .map(i -> Arguments.of(WHO.get(i), cells[0], path, Integer.parseInt(expected.get(i))));
        });
    }

    @ParameterizedTest(name = "{0}: {1} {2} gives {3}")
    @MethodSource("table")
    void everyEndpointForEveryRole(String who, String method, String path, int expected) {
        Response response = as(who).body(body(path)).request(method, path);

        assertThat(response.statusCode()).isEqualTo(expected);
        if (expected >= 400) {
            assertProblem(response, expected);
        }
    }

    private static String body(String path) {
        int of = path.indexOf("?of=");
        return of < 0
                ? QUESTION
                : "{\"units\":[\"" + path.substring(of + 4) + "\"],\"from\":\"2026-10\",\"ruleSets\":[{}]}";
    }

    private static RequestSpecification as(String who) {
        RequestSpecification request = given().contentType("application/json").urlEncodingEnabled(false);
        if (!who.equals("nobody")) {
            request = request.auth().oauth2(RulesParts.parts().keycloak().token(who));
        }
        return request.body(QUESTION);
    }

    private static void assertProblem(Response response, int status) {
        response.then()
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", not(emptyOrNullString()))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .body("instance", not(emptyOrNullString()));
    }

    @Test
    void aTokenThatHasRunOutOrIsOfAnotherIssuerIsNoToken() {
        for (String token : List.of(
                RulesParts.parts().keycloak().expiredToken(),
                RulesParts.parts().keycloak().foreignToken(),
                "rubbish")) {
            Response response = given().auth().oauth2(token).get("/rules/v1/results");
            assertThat(response.statusCode()).isEqualTo(401);
            assertProblem(response, 401);
        }
    }

    @Test
    void aListHoldsOnlyWhatTheCallerMayRead() {
        as("norrvard").get("/rules/v1/results").then().body("items.unit", everyItem(equalTo(NORRVARDS)));
        as("coordinator-24").get("/rules/v1/results").then().body("items.unit", everyItem(equalTo(ELSEWHERE)));
        as("kusthalsan").get("/rules/v1/results?region=23").then().body("total", equalTo(0));
        as("region-23").get("/rules/v1/results").then().body("items.unit", everyItem(equalTo(REGIONS_OWN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=1001", "limit=many", "page=0", "from=soon", "to=2026-13-01", "channel=pigeon"})
    void aBadParameterIsAProblemThatSaysWhatIsExpected(String query) {
        Response response = as("norrvard").get("/rules/v1/results?" + query);
        assertThat(response.statusCode()).isIn(400, 404);
        assertProblem(response, response.statusCode());
    }

    @Test
    void whatIsNotHereAndWhatIsNotAllowedHereAreProblemsToo() {
        assertProblem(as("operator").get("/rules/v1/nothing"), 404);
        assertProblem(as("operator").delete("/rules/v1/results"), 405);
    }
}
