package se.nollan.ingest.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.IngestParts;
import se.nollan.ingest.South;

/** A provider is taken on, gets other keys, waits and is let go, in a real Keycloak. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class ClientIT {
    private static final String CLIENTS = "/ingest/v1/providers/" + South.PRIVATE + "/clients";
    private static final String DAY = LocalDate.now().minusDays(6).toString();

    @BeforeEach
    void setUp() {
        South.put(South.REGISTER).then().statusCode(200);
    }

    @Test
    @DisplayName(
            "A provider that is taken on sends with the secret that is shown once; the record says who did it and why")
    void takenOnBySecret() {
        var taken = takeOn("{\"secret\": true, \"reason\": \"Agreement 2026-114\"}");
        taken.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("active"))
                .body("authentication", equalTo("client-secret"))
                .body("secret", notNullValue());
        String id = taken.path("clientId");

        assertThat(send(token(id, taken.path("secret")))).isEqualTo(201);

        coordinator()
                .get("/ingest/v1/providers/" + South.PRIVATE + "/access")
                .then()
                .body("clients", hasItem(id));
        var its = "find { it.clientId == '" + id + "' }";
        coordinator()
                .get(CLIENTS)
                .then()
                .statusCode(200)
                .body(its + ".secret", nullValue())
                .body(its + ".inKeycloak", equalTo(true))
                .body(its + ".changes.reason", contains("Agreement 2026-114"))
                .body(its + ".changes.changedBy", contains("coordinator-24"));
    }

    @Test
    @DisplayName("A provider with keys of its own proves who it is by what it signs, and nothing secret is handed over")
    void takenOnByKeys() throws GeneralSecurityException {
        var key = new SignedToken();
        var taken = takeOn("{\"jwks\": " + key.jwks() + "}");
        taken.then()
                .statusCode(201)
                .body("authentication", equalTo("private-key-jwt"))
                .body("secret", nullValue());
        String id = taken.path("clientId");

        assertThat(send(signed(id, key).then().statusCode(200).extract().path("access_token")))
                .isEqualTo(201);
        var other = new SignedToken();
        signed(id, other).then().statusCode(400);

        change("POST", id + "/rotations", "{\"jwks\": " + other.jwks() + "}")
                .then()
                .statusCode(200);
        signed(id, other).then().statusCode(200);
        signed(id, key).then().statusCode(400);
    }

    @Test
    @DisplayName("A rotated secret takes the place of the old one at once")
    void rotated() {
        var taken = takeOn("{\"secret\": true}");
        String id = taken.path("clientId");
        var rotated = change("POST", id + "/rotations", "{\"secret\": true, \"reason\": \"Leaked\"}");
        rotated.then().statusCode(200);

        ask(id, taken.path("secret")).then().statusCode(401);
        ask(id, rotated.path("secret")).then().statusCode(200);
    }

    @Test
    @DisplayName(
            "A paused client acts no more at once, with a token that is still good; it goes on when it is let; ended, it is gone")
    void pausedAndEnded() {
        var taken = takeOn("{\"secret\": true}");
        String id = taken.path("clientId");
        String secret = taken.path("secret");
        var token = token(id, secret);
        assertThat(send(token)).isEqualTo(201);

        bring(id, "paused").then().statusCode(200).body("inKeycloak", equalTo(true));
        assertThat(send(token)).isEqualTo(403);
        ask(id, secret).then().statusCode(401);

        bring(id, "active").then().statusCode(200);
        assertThat(send(token(id, secret))).isEqualTo(201);

        bring(id, "ended").then().statusCode(200);
        assertThat(send(token)).isEqualTo(403);
        ask(id, secret).then().statusCode(401);
        bring(id, "active").then().statusCode(409).body("detail", containsString("Take on a new one"));
        change("POST", id + "/rotations", "{\"secret\": true}").then().statusCode(409);
        change("PUT", id + "/state", "{\"state\": \"paused\"}").then().statusCode(400);
    }

    @Test
    @DisplayName(
            "Access ends with the contract by itself, on record, and comes back when it is renewed and the client let go on")
    void endsWithTheContract() {
        var taken = takeOn("{\"secret\": true}");
        String id = taken.path("clientId");
        var token = token(id, taken.path("secret"));
        assertThat(send(token)).isEqualTo(201);

        South.put(South.REGISTER.replace(
                        "\"contract\": {\"from\": \"2024-01-01\"}",
                        "\"contract\": {\"from\": \"2024-01-01\", \"to\": \""
                                + LocalDate.now().minusDays(1) + "\"}"))
                .then()
                .statusCode(200);

        assertThat(send(token)).isEqualTo(403);
        takeOn("{\"secret\": true}").then().statusCode(409).body("detail", containsString("contract has ended"));
        var its = "find { it.clientId == '" + id + "' }.";
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> coordinator()
                .get(CLIENTS)
                .then()
                .body(its + "state", equalTo("paused"))
                .body(its + "inKeycloak", equalTo(true))
                .body(its + "changes[0].changedBy", equalTo("nollan"))
                .body(its + "changes[0].reason", containsString("contract has ended")));
        coordinator()
                .get("/ingest/v1/providers/" + South.PRIVATE + "/access")
                .then()
                .body("clients", not(hasItem(id)));
        ask(id, taken.path("secret")).then().statusCode(401);
        bring(id, "active").then().statusCode(409);

        South.put(South.REGISTER).then().statusCode(200);
        bring(id, "active").then().statusCode(200);
        assertThat(send(token(id, taken.path("secret")))).isEqualTo(201);
    }

    @Test
    @DisplayName("Nobody changes a client that was not taken on here")
    void othersClients() {
        for (var id : new String[] {"coordinator-24", "nollan-ingest", "provider-1-1"}) {
            change("POST", id + "/rotations", "{\"secret\": true}").then().statusCode(404);
            bring(id, "ended").then().statusCode(404);
        }
        ask("coordinator-24", "coordinator-24-secret").then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification coordinator() {
        return South.as("coordinator-24").contentType("application/json");
    }

    private static Response takeOn(String body) {
        return coordinator().body(body).post(CLIENTS);
    }

    private static Response change(String method, String path, String body) {
        return coordinator().body(body).request(method, CLIENTS + '/' + path);
    }

    private static Response bring(String id, String state) {
        return change("PUT", id + "/state", "{\"state\": \"" + state + "\", \"reason\": \"A test\"}");
    }

    private static String tokens() {
        return IngestParts.parts().keycloak().realmUrl() + "/protocol/openid-connect/token";
    }

    private static Response ask(String id, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", id)
                .formParam("client_secret", secret)
                .post(tokens());
    }

    private static String token(String id, String secret) {
        return ask(id, secret).then().statusCode(200).extract().path("access_token");
    }

    private static Response signed(String id, SignedToken key) throws GeneralSecurityException {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", id)
                .formParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .formParam(
                        "client_assertion",
                        key.of(id, IngestParts.parts().keycloak().realmUrl()))
                .post(tokens());
    }

    private static int send(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .queryParam("provider", South.PRIVATE)
                .queryParam("system", "taken-on")
                .queryParam("from", DAY)
                .queryParam("to", DAY)
                .body("id,line,channel,kind,createdAt\n1,+46980319203,phone,full," + DAY + "T09:00:00\n")
                .post("/ingest/v1/submissions")
                .statusCode();
    }
}
