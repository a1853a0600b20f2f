package se.nollan.publish;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.B;
import static se.nollan.publish.Region.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every endpoint × every role × no token × another provider's token × another region's. */
@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class AccessIT {

    @RegisterExtension
    static final Region region = new Region();

    private static final List<String> CALLERS = List.of(
            "",
            "norrvard",
            "kusthalsan",
            "region-23",
            "coordinator-23",
            "auditor-23",
            "coordinator-24",
            "auditor-24",
            "operator",
            "nollan-ingest",
            "nollan-rules",
            "nollan-publish");

    /** What each caller, in the order above, is answered. The drafting and the signing coordinator have nothing to do: 409. */
    private static final Map<String, List<Integer>> TABLE = Map.ofEntries(
            entry("GET /publish/v1/api-info", List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200)),
            entry("GET /publish/v1/openapi", List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200)),
            entry("GET /publish/v1/statements", List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200)),
            entry(
                    "GET /publish/v1/statements/23-2024-01-1",
                    List.of(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200)),
            entry(
                    "GET /publish/v1/statements/23-2024-02-1",
                    List.of(401, 200, 403, 200, 200, 200, 403, 403, 403, 403, 403, 403)),
            entry("POST /publish/v1/statements", List.of(401, 403, 403, 403, 409, 403, 403, 403, 403, 403, 403, 403)),
            entry(
                    "PUT /publish/v1/statements/23-2024-03-1/signature",
                    List.of(401, 403, 403, 403, 409, 403, 403, 403, 403, 403, 403, 403)),
            entry(
                    "GET /publish/v1/months/2024-01?region=23",
                    List.of(401, 200, 403, 200, 200, 200, 403, 403, 403, 403, 403, 403)),
            entry(
                    "GET /publish/v1/months/2024-01/readiness?region=23",
                    List.of(401, 200, 403, 200, 200, 200, 403, 403, 403, 403, 403, 403)),
            entry(
                    "GET /publish/v1/months/2024-01/signals?region=23",
                    List.of(401, 200, 403, 200, 200, 200, 403, 403, 403, 403, 403, 403)),
            entry(
                    "GET /publish/v1/months/2061-01?region=23",
                    List.of(401, 400, 400, 400, 400, 400, 400, 400, 403, 403, 403, 403)),
            entry(
                    "GET /publish/v1/months/0001-01?region=23",
                    List.of(401, 400, 400, 400, 400, 400, 400, 400, 403, 403, 403, 403)),
            entry(
                    "GET /publish/v1/statements?page=abc",
                    List.of(400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400)),
            entry("GET /publish/v1/not-there", List.of(404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404)));

    private static boolean prepared;

    /** Once; but not before all, when the address of the service is not known yet. */
    @BeforeEach
    void aSignedMonthAndADraft() {
        if (prepared) {
            return;
        }
        prepared = true;
        region.result(A, "2024-01-08", "phone", 1, 9, 3);
        region.result(B, "2024-01-08", "phone", 1, 2, 0);
        region.result(B, "2024-02-08", "phone", 1, 2, 0);
        region.settle();
        String signed = Region.draft("2024-01", null);
        as("coordinator-23").put("/publish/v1/statements/" + signed + "/signature");
        Region.draft("2024-02", null);
        // A draft that cannot be signed: its result has changed since.
        region.result(A, "2024-03-08", "phone", 1, 9, 3);
        region.settle();
        Region.draft("2024-03", null);
        region.result(A, "2024-03-08", "phone", 2, 8, 4);
        region.settle();
    }

    @Test
    @DisplayName("The table of who may do what holds for every endpoint and every caller")
    void everyEndpointForEveryCaller() {
        List<String> wrong = new ArrayList<>();
        TABLE.forEach((endpoint, expected) -> {
            for (int i = 0; i < CALLERS.size(); i++) {
                Response response = call(endpoint, CALLERS.get(i));
                if (response.statusCode() != expected.get(i)) {
                    wrong.add("%s as \"%s\": %d, not %d"
                            .formatted(endpoint, CALLERS.get(i), response.statusCode(), expected.get(i)));
                }
                if (response.statusCode() >= 400
                        && !String.valueOf(response.contentType()).startsWith("application/problem+json")) {
                    wrong.add("%s as \"%s\": %s".formatted(endpoint, CALLERS.get(i), response.contentType()));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTokenThatIsExpiredForeignOrNonsenseIsNobodys() {
        for (String token : List.of(
                PublishParts.parts().keycloak().expiredToken(),
                PublishParts.parts().keycloak().foreignToken(),
                "nonsense")) {
            for (String path : List.of(
                    "/publish/v1/months/2024-01?region=23",
                    "/publish/v1/statements/23-2024-01-1",
                    "/publish/v1/statements")) {
                Response response =
                        as("").header("Authorization", "Bearer " + token).get(path);
                assertThat(response.statusCode()).as(path).isEqualTo(401);
            }
        }
    }

    @Test
    @DisplayName(
            "Invariant 9: a provider sees its own units in a draft and in the month, and no sum that others are in")
    void aProviderSeesItsOwn() {
        for (String path : List.of("/publish/v1/statements/23-2024-02-1", "/publish/v1/months/2024-02?region=23")) {
            List<String> ids = as("norrvard").get(path).path("figures.id.unique()");
            assertThat(ids).as(path).containsExactlyInAnyOrder(Region.NORRVARD, B);
        }
        List<String> gaps = as("norrvard")
                .get("/publish/v1/months/2024-02/readiness?region=23")
                .path("gaps.unit.unique()");
        assertThat(gaps).containsExactly(B);
    }

    @Test
    @DisplayName("Invariant 9: a provider sees the signals of its own units, and is told of no other's")
    void aProviderSeesItsOwnSignals() {
        String path = "/publish/v1/months/2024-01/signals?region=23";
        assertThat(as("norrvard").get(path).<List<String>>path("units.unit")).containsExactly(B);
        assertThat(as("coordinator-23").get(path).<List<String>>path("units.unit"))
                .contains(A, B);
        assertThat(as("norrvard").get(path + "&unit=" + A).statusCode()).isEqualTo(403);
        assertThat(as("norrvard").get(path + "&unit=" + B).statusCode()).isEqualTo(200);
        assertThat(as("coordinator-23").get(path + "&unit=SE2321000214-X").statusCode())
                .isEqualTo(404);
    }

    @Test
    void draftsAreListedOnlyForThoseWhoMayReadThem() {
        assertThat(listed("")).doesNotContain("23-2024-02-1").contains("23-2024-01-1");
        assertThat(listed("coordinator-24")).doesNotContain("23-2024-02-1");
        assertThat(listed("kusthalsan")).doesNotContain("23-2024-02-1");
        assertThat(listed("operator")).doesNotContain("23-2024-02-1");
        Stream.of("coordinator-23", "auditor-23", "norrvard", "region-23")
                .forEach(caller -> assertThat(listed(caller)).contains("23-2024-02-1"));
    }

    @Test
    @DisplayName("The nation's region is not there in a region's installation")
    void thereIsNoNationHere() {
        assertThat(as("coordinator-23")
                        .get("/publish/v1/months/2024-01?region=00")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void otherMethodsAndTypesAreProblems() {
        var notAllowed = as("coordinator-23").delete("/publish/v1/statements/23-2024-01-1");
        assertThat(notAllowed.statusCode()).isEqualTo(405);
        assertThat(notAllowed.contentType()).startsWith("application/problem+json");
        var wrongType = as("coordinator-23").contentType("text/plain").body("x").post("/publish/v1/statements");
        assertThat(wrongType.statusCode()).isEqualTo(415);
        assertThat(wrongType.contentType()).startsWith("application/problem+json");
        var tooLarge = as("coordinator-23")
                .contentType("application/json")
                .body("{\"reason\":\"" + "x".repeat(70_000) + "\"}")
                .post("/publish/v1/statements");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.contentType()).startsWith("application/problem+json");
        var unreadable = as("coordinator-23")
                .contentType("application/json")
                .body("{\"region\":")
                .post("/publish/v1/statements");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.contentType()).startsWith("application/problem+json");
    }

    private static List<String> listed(String caller) {
        return as(caller).get("/publish/v1/statements?limit=1000").path("items.id");
    }

    private static Response call(String endpoint, String caller) {
        String[] methodAndPath = endpoint.split(" ");
        var request = as(caller);
        if (methodAndPath[0].equals("POST")) {
            request.contentType("application/json").body(Map.of("region", "23", "month", "2024-01", "reason", "again"));
        }
        return request.request(methodAndPath[0], methodAndPath[1]);
    }
}
