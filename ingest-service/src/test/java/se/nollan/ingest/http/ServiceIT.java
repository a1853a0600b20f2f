package se.nollan.ingest.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.IngestParts;

@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class ServiceIT {

    @Test
    void saysWhatItIsToAnyone() {
        given().get("/ingest/v1/api-info")
                .then()
                .statusCode(200)
                .body("apiName", equalTo("nollan-ingest"))
                .body("apiStatus", equalTo("active"));
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        given().get("/ingest/v1/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }
}
