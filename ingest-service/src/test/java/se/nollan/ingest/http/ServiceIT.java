package se.nollan.ingest.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

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

    @Test
    void aParameterThatIsNoNumberIsNamedAndNotRepeated() {
        given().auth()
                .oauth2(IngestParts.parts().keycloak().token("coordinator-23"))
                .get("/ingest/v1/submissions?limit=10&page=0701740605x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", startsWith("page: a whole number is asked for."))
                .body("detail", not(containsString("0701740605")));
    }
}
