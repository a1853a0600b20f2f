package se.nollan.publish.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.draft;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.publish.PublishParts;
import se.nollan.publish.Region;
import se.nollan.publish.Replica;

/** Whose hand signs: people who log in as themselves, by Keycloak's own page. */
@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class PeopleIT {

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("A system does not sign, nor who drafted; another person does, and her name stands in the record")
    void whoseHandSigns() {
        region.result(A, "2024-05-07", "phone", 1, 9, 3);
        region.settle();
        String anna = PublishParts.parts().keycloak().personToken("anna.berg");
        String bo = PublishParts.parts().keycloak().personToken("bo.lindgren");

        try (Replica careful =
                new Replica("256m", Map.of("NOLLAN_SIGN_BY_PERSON", "true", "NOLLAN_SIGN_FOUR_EYES", "true"))) {
            String bySystem = draft("2024-05", null);
            sign(careful, PublishParts.parts().keycloak().token("coordinator-23"), bySystem)
                    .statusCode(409)
                    .body("detail", containsString("signed by a person"));

            String byAnna = given().auth()
                    .oauth2(anna)
                    .contentType("application/json")
                    .body("{\"region\": \"23\", \"month\": \"2024-05\"}")
                    .post(address(careful, ""))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            sign(careful, anna, byAnna).statusCode(409).body("detail", containsString("another coordinator"));
            sign(careful, bo, byAnna)
                    .statusCode(200)
                    .body("draftedBy.user", equalTo("anna.berg"))
                    .body("signedBy.user", equalTo("bo.lindgren"));
        }
    }

    private static ValidatableResponse sign(Replica replica, String token, String id) {
        return given().auth()
                .oauth2(token)
                .put(address(replica, "/" + id + "/signature"))
                .then();
    }

    private static String address(Replica replica, String path) {
        return "http://127.0.0.1:" + replica.port() + "/publish/v1/statements" + path;
    }
}
