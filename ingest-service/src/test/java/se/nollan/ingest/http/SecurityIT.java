package se.nollan.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.nollan.ingest.IngestParts;
import se.nollan.ingest.South;

/**
 * Every endpoint × every kind of caller. A new endpoint needs a row here, in one place: the status for each caller, and
 * in {@link #request} its body if it has one.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class SecurityIT {

    /** The rows run in this order: what changes something stands below what looks at it. */
    private static final String TABLE = """
            endpoint                                    | nobody expired alien provider other coord foreign-coord audit foreign-audit operator service
            GET  /ingest/v1/api-info                    | 200    200     200   200      200   200   200           200   200           200      200
            GET  /ingest/v1/openapi                     | 200    200     200   200      200   200   200           200   200           200      200
            GET  /ingest/v1/register                    | 401    401     401   200      200   200   200           200   200           403      403
            GET  /ingest/v1/register/{kind}/{id}        | 401    401     401   404      404   404   404           404   404           403      403
            PUT  /ingest/v1/register/{kind}/{id}        | 401    401     401   403      403   404   404           403   403           403      403
            GET  /ingest/v1/regions                     | 401    401     401   200      200   200   200           200   200           200      403
            GET  /ingest/v1/register/versions           | 401    401     401   403      403   200   200           200   200           403      403
            GET  /ingest/v1/unknown-lines               | 401    401     401   200      200   200   200           200   200           403      403
            POST /ingest/v1/unknown-lines/adoptions     | 401    401     401   403      403   400   400           403   403           403      403
            PUT  /ingest/v1/register                    | 401    401     401   403      403   200   422           403   403           403      403
            GET  /ingest/v1/providers/{provider}/access | 401    401     401   403      403   200   403           200   403           403      403
            PUT  /ingest/v1/providers/{provider}/access | 401    401     401   403      403   200   403           403   403           403      403
            GET  /ingest/v1/providers/{provider}/inbox  | 401    401     401   200      403   200   403           200   403           403      403
            PUT  /ingest/v1/providers/{provider}/inbox  | 401    401     401   403      403   400   400           403   403           403      403
            GET  /ingest/v1/providers/{provider}/clients | 401   401     401   403      403   200   403           200   403           403      403
            POST /ingest/v1/providers/{provider}/clients | 401   401     401   403      403   400   400           403   403           403      403
            POST /ingest/v1/providers/{provider}/clients/{client}/rotations | 401 401 401 403 403 404 403         403   403           403      403
            PUT  /ingest/v1/providers/{provider}/clients/{client}/state | 401 401 401 403   403   404   403       403   403           403      403
            GET  /ingest/v1/vendor-profiles             | 401    401     401   200      200   200   200           200   200           200      403
            GET  /ingest/v1/vendor-profiles/{id}        | 401    401     401   404      404   404   404           404   404           404      403
            POST /ingest/v1/vendor-profiles/{id}/previews | 401  401     401   404      404   404   404           403   403           403      403
            POST /ingest/v1/vendor-profiles/previews    | 401    401     401   415      415   415   415           403   403           403      403
            GET  /ingest/v1/submissions                 | 401    401     401   200      200   200   200           200   200           403      403
            GET  /ingest/v1/submissions/{id}            | 401    401     401   200      403   200   403           200   403           403      403
            GET  /ingest/v1/submissions/{id}/report     | 401    401     401   200      403   200   403           200   403           403      403
            POST /ingest/v1/submissions                 | 401    401     401   201      403   403   403           403   403           403      403
            POST /ingest/v1/submissions/{id}/withdrawal | 401    401     401   200      403   403   403           403   403           403      403
            GET  /ingest/v1/expected-submissions        | 401    401     401   200      200   200   200           200   200           403      403
            GET  /ingest/v1/absences                    | 401    401     401   400      400   400   400           400   400           403      403
            POST /ingest/v1/absences                    | 401    401     401   400      400   400   400           403   403           403      403
            DELETE /ingest/v1/absences/{id}             | 401    401     401   404      404   404   404           403   403           403      403
            POST /ingest/v1/contacts                    | 401    401     401   415      415   403   403           403   403           403      403
            POST /ingest/v1/replays                     | 401    401     401   403      403   403   403           403   403           202      403
            GET  /ingest/v1/dead-letters                | 401    401     401   403      403   403   403           403   403           200      403
            GET  /ingest/v1/dead-letters/{id}           | 401    401     401   403      403   403   403           403   403           404      403
            POST /ingest/v1/dead-letters/{id}/replay    | 401    401     401   403      403   403   403           403   403           404      403
            """;

    /** The provider is that of region 24; the others are of region 23 or of none. */
    private static final Map<String, String> CLIENTS = Map.of(
            "provider", "region-23",
            "other", "kusthalsan",
            "coord", "coordinator-24",
            "foreign-coord", "coordinator-23",
            "audit", "auditor-24",
            "foreign-audit", "auditor-23",
            "operator", "operator",
            "service", "nollan-rules");

    private static final Map<String, String> TOKENS = new HashMap<>();
    private static final String DAY = LocalDate.now().minusDays(3).toString();
    private static String submission = "";

    private static boolean prepared;

    /** Once; but not before all, when the address of the service is not known yet. */
    @BeforeEach
    void setUp() {
        if (prepared) {
            return;
        }
        prepared = true;
        var keycloak = IngestParts.parts().keycloak();
        CLIENTS.forEach((caller, client) -> TOKENS.put(caller, keycloak.token(client)));
        TOKENS.put("expired", keycloak.expiredToken());
        TOKENS.put("alien", keycloak.foreignToken());
        South.put(South.REGISTER).then().statusCode(200);
        South.putAccess(South.PRIVATE, "{\"clients\": [\"region-23\"], \"groups\": []}")
                .then()
                .statusCode(200);
        submission = call("POST", "/ingest/v1/submissions", "provider")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @TestFactory
    Stream<DynamicTest> eachMayDoWhatTheTableSaysAndNothingElse() {
        List<String> callers = callers();
        return rows().flatMap(row -> {
            String[] endpoint = row[0].split(" +");
            List<String> statuses = List.of(row[1].trim().split(" +"));
            assertThat(statuses).as(row[0]).hasSameSizeAs(callers);
            return IntStream.range(0, callers.size())
                    .mapToObj(i -> dynamicTest(
                            row[0].trim() + " by " + callers.get(i) + ": " + statuses.get(i),
                            () -> check(endpoint[0], endpoint[1], callers.get(i), Integer.parseInt(statuses.get(i)))));
        });
    }

    @Test
    void noEndpointIsMissingInTheTable() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/ingest/v1/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        Set.of("get", "put", "post", "delete", "patch").contains(method))
                .forEach(method -> described.add(method.toUpperCase() + " " + path)));
        Set<String> tested =
                rows().map(row -> row[0].trim().replaceAll(" +", " ")).collect(Collectors.toSet());
        assertThat(described).isNotEmpty();
        assertThat(tested).containsAll(described);
    }

    private static List<String> callers() {
        return List.of(
                TABLE.lines().findFirst().orElseThrow().split("\\|")[1].trim().split(" +"));
    }

    private static Stream<String[]> rows() {
        return Arrays.stream(TABLE.split("\n")).skip(1).map(row -> row.split("\\|"));
    }

    private static void check(String method, String path, String caller, int status) {
        Response answer = call(method, path, caller);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
            assertThat(answer.jsonPath().getString("detail")).isNotBlank();
            assertThat(answer.jsonPath().getString("instance")).startsWith("/ingest/v1/");
        }
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    private static Response call(String method, String path, String caller) {
        RequestSpecification request = request(method, path);
        if (TOKENS.containsKey(caller)) {
            request.auth().oauth2(TOKENS.get(caller));
        }
        return request.request(
                method,
                path.replace("{kind}", "things")
                        .replace("{provider}", South.PRIVATE)
                        .replace("{client}", "provider-1")
                        .replace("{id}", submission));
    }

    private static RequestSpecification request(String method, String path) {
        return switch (method + " " + path) {
            case "PUT /ingest/v1/register" ->
                given().header("If-Match", "*").contentType("application/json").body(South.REGISTER);
            case "PUT /ingest/v1/providers/{provider}/access" ->
                given().header("If-Match", "*")
                        .contentType("application/json")
                        .body("{\"clients\": [\"region-23\"], \"groups\": []}");
            case "POST /ingest/v1/providers/{provider}/clients/{client}/rotations" ->
                given().contentType("application/json").body("{\"secret\": true}");
            case "PUT /ingest/v1/providers/{provider}/clients/{client}/state" ->
                given().contentType("application/json").body("{\"state\": \"ended\", \"reason\": \"Slut\"}");
            case "POST /ingest/v1/submissions" ->
                given().contentType("text/csv")
                        .queryParam("provider", South.PRIVATE)
                        .queryParam("system", "security")
                        .queryParam("from", DAY)
                        .queryParam("to", DAY)
                        .body("id,line,channel,kind,createdAt\n1,+46980319203,phone,full," + DAY + "T09:00:00\n");
            case "POST /ingest/v1/absences",
                    "POST /ingest/v1/unknown-lines/adoptions",
                    "PUT /ingest/v1/providers/{provider}/inbox",
                    "POST /ingest/v1/providers/{provider}/clients" ->
                given().contentType("application/json").body("{}");
            case "POST /ingest/v1/replays" ->
                given().contentType("application/json").body("{\"from\": \"2020-01-01\", \"to\": \"2020-01-02\"}");
            default -> given();
        };
    }
}
