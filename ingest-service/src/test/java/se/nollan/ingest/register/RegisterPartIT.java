package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.IngestParts;
import se.nollan.ingest.South;

/** The register changed by one provider, unit or line, and seen as it was. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class RegisterPartIT {
    private static final String LINE = "lines/%2B46980319202";
    private static final String UNIT_2 = "SE2321000222-E000000000002";
    private static final String MAIN_AT_UNIT_2 =
            "{\"unit\": \"%s\", \"kind\": \"main\", \"automatic\": true}".formatted(UNIT_2);

    @BeforeEach
    void setUp() {
        South.put(South.REGISTER).then().statusCode(200);
    }

    @Test
    @DisplayName("A line is changed by itself, from a day on, with a reason that is kept; the rest stands")
    void aLineIsChangedByItself() {
        var moved = """
                {"reason": "The branch closes",
                 "entries": [
                   {"unit": "%s", "kind": "main", "automatic": true, "to": "2026-11-30"},
                   {"unit": "%s", "kind": "main", "automatic": true, "from": "2026-12-01"}]}
                """.formatted(UNIT_2, South.UNIT);

        put(LINE, etag(LINE), moved).then().statusCode(200).body("changed", equalTo(true));

        get(LINE)
                .then()
                .statusCode(200)
                .body("entries.unit", contains(UNIT_2, South.UNIT))
                .body("entries.id", contains("+46980319202", "+46980319202"));
        South.as("coordinator-24")
                .get("/ingest/v1/register/versions")
                .then()
                .body("items[0].reason", equalTo("The branch closes"));
        South.as("coordinator-24")
                .get("/ingest/v1/register")
                .then()
                .body("units", hasSize(3))
                .body("lines", hasSize(6));
        South.as("coordinator-24")
                .queryParam("on", "2026-12-24")
                .get("/ingest/v1/register")
                .then()
                .body("lines.findAll { it.id == '+46980319202' }.unit", contains(South.UNIT));
    }

    @Test
    @DisplayName("A line that a unit shares with its branch counts at the unit, whoever of them was called")
    void aSharedLine() {
        var shared =
                "{\"shared\": [\"%s\", \"%s\"], \"kind\": \"main\", \"automatic\": true}".formatted(South.UNIT, UNIT_2);
        put(LINE, etag(LINE), change(shared)).then().statusCode(200).body("changed", equalTo(true));
        get(LINE).then().body("entries.unit", contains(South.UNIT));

        var alone = "{\"shared\": [\"%s\"], \"kind\": \"main\"}".formatted(UNIT_2);
        put(LINE, etag(LINE), change(alone))
                .then()
                .statusCode(422)
                .body("findings.path", hasItem("entries[0].shared"))
                .body("findings.code", hasItem("one-unit"));
    }

    @Test
    @DisplayName("Nobody's change is lost: If-Match names what is replaced, and is asked for")
    void ifMatch() {
        var change = change(MAIN_AT_UNIT_2);
        var tag = etag(LINE);

        put(LINE, null, change).then().statusCode(428);
        put(LINE, "\"something else\"", change).then().statusCode(412);
        put(LINE, tag, change(MAIN_AT_UNIT_2.replace("main", "menu"))).then().statusCode(200);
        put(LINE, tag, change).then().statusCode(412);
    }

    @Test
    @DisplayName("A new unit brings its provider; without units a provider cannot be")
    void aNewUnitBringsItsProvider() {
        var unit = "units/SE2321000222-E000000000009";
        var entry = "{\"name\": \"Nya\", \"region\": \"24\", \"provider\": \"556600-9999\", \"type\": \"vardcentral\"}";
        var provider = "{\"id\": \"556600-9999\", \"name\": \"Nyvård AB\", \"form\": \"private\"}";

        put(unit, null, change(entry))
                .then()
                .statusCode(422)
                .body("findings[0].code", equalTo("unknown-provider"))
                .body("findings[0].path", equalTo("entries[0].provider"));
        put("providers/556600-9999", null, change(provider))
                .then()
                .statusCode(422)
                .body("findings.code", hasItem("idle-provider"));
        put(unit, null, "{\"reason\": \"New\", \"entries\": [%s], \"providers\": [%s]}".formatted(entry, provider))
                .then()
                .statusCode(200);
        get("providers/556600-9999").then().body("entries.name", contains("Nyvård AB"));
    }

    @Test
    @DisplayName("What would no longer make sense is told by its id, and nothing is changed")
    void whatWouldNoLongerMakeSense() {
        var unit = "units/" + UNIT_2;

        put(unit, etag(unit), "{\"reason\": \"Closed\", \"entries\": []}")
                .then()
                .statusCode(422)
                .body("findings.path", hasItem("lines[+46980319202].unit"));
        put(LINE, etag(LINE), change(MAIN_AT_UNIT_2.replace("{", "{\"id\": \"+46980319209\", ")))
                .then()
                .statusCode(422)
                .body("findings.code", hasItem("other-id"));
        get(unit).then().statusCode(200);
    }

    @Test
    @DisplayName("A reason is asked for, and holds nobody's number")
    void aReasonIsAskedFor() {
        put(LINE, etag(LINE), "{\"entries\": [" + MAIN_AT_UNIT_2 + "]}")
                .then()
                .statusCode(400)
                .body("detail", containsString("'reason'"));
        put(LINE, etag(LINE), change(MAIN_AT_UNIT_2).replace("Because", "Ring 070-174 06 05"))
                .then()
                .statusCode(400)
                .body("detail", containsString("telephone"));
    }

    @Test
    @DisplayName("Before it is made, it is told what a change would have evaluated again")
    void whatWouldBeEvaluatedAgain() {
        var day = LocalDate.now().minusDays(5);
        South.putAccess(South.PUBLIC, "{\"clients\": [\"region-23\"], \"groups\": []}")
                .then()
                .statusCode(200);
        South.as("region-23")
                .queryParam("provider", South.PUBLIC)
                .queryParam("system", "syd-parts")
                .queryParam("from", day.toString())
                .queryParam("to", day.toString())
                .contentType("application/x-ndjson")
                .body(
                        ("{\"id\":\"p1\",\"line\":\"+46980319202\",\"channel\":\"phone\",\"kind\":\"queue\",\"createdAt\":\""
                                        + day + "T09:00:00\"}")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201);
        var unit3 = "{\"unit\": \"SE2321000222-E000000000003\", \"kind\": \"main\", \"automatic\": true%s}";

        validate(change(unit3.formatted("")))
                .then()
                .statusCode(200)
                .body("changes.lines.changed", contains("+46980319202"))
                .body("reEvaluates.unitDays", equalTo(2))
                .body("reEvaluates.units", contains(South.UNIT, "SE2321000222-E000000000003"))
                .body("reEvaluates.from", equalTo(day.toString()));
        validate(change(MAIN_AT_UNIT_2.replace("}", ", \"keys\": [\"Q9\"]}")))
                .then()
                .body("changes.lines.changedTotal", equalTo(1))
                .body("reEvaluates.unitDays", equalTo(0))
                .body("reEvaluates.from", nullValue());
        get(LINE).then().body("entries.unit", contains(UNIT_2));
    }

    @Test
    @DisplayName("The register is seen as it was at the end of a day")
    void asItWas() {
        South.as("coordinator-24")
                .queryParam("at", LocalDate.now().plusDays(1).toString())
                .get("/ingest/v1/register")
                .then()
                .statusCode(200)
                .body("units", hasSize(3));
        South.as("coordinator-24")
                .queryParam("at", "2001-01-01")
                .get("/ingest/v1/register")
                .then()
                .statusCode(404)
                .body("detail", containsString("no register on that day"));
        South.as("coordinator-24")
                .queryParam("at", "yesterday")
                .get("/ingest/v1/register")
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("Another region's coordinator changes and sees nothing of it; a provider sees its own")
    void others() {
        South.as("coordinator-23")
                .urlEncodingEnabled(false)
                .get("/ingest/v1/register/" + LINE)
                .then()
                .statusCode(404);
        South.as("coordinator-23")
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .header("If-Match", etag(LINE))
                .body(change(MAIN_AT_UNIT_2))
                .put("/ingest/v1/register/" + LINE)
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(equalTo(412), equalTo(422)));
        assertThat(get(LINE).statusCode()).isEqualTo(200);
    }

    private static String change(String entry) {
        return "{\"reason\": \"Because\", \"entries\": [" + entry + "]}";
    }

    private static Response get(String part) {
        return South.as("coordinator-24").urlEncodingEnabled(false).get("/ingest/v1/register/" + part);
    }

    private static String etag(String part) {
        return get(part).header("ETag");
    }

    private static Response put(String part, String etag, String body) {
        var request = South.as("coordinator-24")
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put("/ingest/v1/register/" + part);
    }

    private static Response validate(String body) {
        return South.as("coordinator-24")
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body)
                .put("/ingest/v1/register/" + LINE + "?validate=true");
    }
}
