package se.nollan.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.IngestParts;
import se.nollan.ingest.South;

/** The database or the broker goes away and comes back. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class OutageIT {

    private static boolean prepared;

    /** Once; but not before all, when the address of the service is not known yet. */
    @BeforeEach
    void importRegister() {
        if (prepared) {
            return;
        }
        prepared = true;
        South.put(South.REGISTER).then().statusCode(200);
    }

    private static Response ready() {
        return given().get(IngestParts.management() + "/q/health/ready");
    }

    private static void isUnavailable(Response answer) {
        answer.then().statusCode(503).contentType("application/problem+json");
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.asString()).doesNotContain("Exception", "sql", "127.0.0.1");
    }

    private static void backAgain() {
        await().atMost(Duration.ofSeconds(60)).until(() -> ready().statusCode() == 200);
    }

    private static Response rename(String name) {
        return South.put(South.REGISTER.replace("Ekens hälsocentral", name));
    }

    @Test
    void withoutTheDatabaseRequestsAreToldToComeBackAndWorkWhenTheyDo() {
        // Fetched before: what is asked here is the database.
        var reader = South.as("coordinator-24");
        var writer = South.as("coordinator-24").contentType("application/json").body(South.REGISTER);
        IngestParts.parts().postgres().kill();
        try {
            Instant begun = Instant.now();
            isUnavailable(reader.get("/ingest/v1/register"));
            isUnavailable(writer.put("/ingest/v1/register"));
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(ready().statusCode()).isEqualTo(503);
        } finally {
            IngestParts.parts().postgres().start();
        }
        backAgain();
        rename("Efter databasen").then().statusCode(200);
    }

    @Test
    void withoutTheBrokerNothingIsTakenInAndWhatSlippedInIsSentLater() {
        var kafka = IngestParts.parts().kafka();
        kafka.stop();
        int slippedIn;
        try {
            // Before the outage is noticed, or refused already: both are right, half done is not.
            Response first = rename("Utan mäklare");
            assertThat(first.statusCode()).isIn(200, 503);
            slippedIn = first.statusCode() == 200 ? first.path("version") : 0;
            await().atMost(Duration.ofSeconds(30)).until(() -> ready().statusCode() == 503);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> isUnavailable(rename("Efter att det märkts")));
            South.as("coordinator-24").get("/ingest/v1/register").then().statusCode(200);
        } finally {
            kafka.start();
        }
        backAgain();
        int version = rename("Åter").then().statusCode(200).extract().path("version");
        await().atMost(Duration.ofSeconds(60)).until(() -> isSent(version));
        assertThat(slippedIn == 0 || isSent(slippedIn)).isTrue();
    }

    private static boolean isSent(int version) {
        return IngestParts.parts().kafka().read("register").stream()
                .anyMatch(it -> it.text().startsWith("{\"version\":" + version + ","));
    }
}
