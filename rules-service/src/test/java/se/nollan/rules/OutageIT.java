package se.nollan.rules;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the service leans on goes away and comes back. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class OutageIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void withoutTheDatabaseReadersAreToldToComeBackAndContactsWaitUntilItDoes() {
        var parts = RulesParts.parts();
        String token = parts.keycloak().token("coordinator-23");
        try (Broker broker = new Broker(parts.kafka().bootstrap())) {
            broker.send(
                    "register",
                    "register",
                    "register",
                    Registers.next()
                            .provider("p")
                            .unit(unit(81), "23", "p", "vardcentral", null)
                            .line("outage", unit(81), "main", true)
                            .json());
            given().auth().oauth2(token).get("/rules/v1/results").then().statusCode(200);

            // Keycloak keeps its tables on the same server: it goes away too, but its keys are known by now.
            parts.postgres().kill();
            broker.send(
                    "contacts",
                    unit(81),
                    "contacts",
                    Ingest.contacts(
                            Registers.version(),
                            unit(81),
                            Ingest.Slice.of(
                                    "p",
                                    "outage",
                                    "2026-10-05",
                                    1,
                                    unit(81),
                                    contact("a", "phone", "full", "2026-10-05T08:00:00Z"))));
            given().auth()
                    .oauth2(token)
                    .get("/rules/v1/results")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue());

            parts.postgres().start();
            await().atMost(SOON).until(() -> broker.evaluated("outage", "2026-10-05") == 1);
            await().atMost(SOON).untilAsserted(() -> given().auth()
                    .oauth2(token)
                    .get("/rules/v1/results")
                    .then()
                    .statusCode(200));
        }
    }
}
