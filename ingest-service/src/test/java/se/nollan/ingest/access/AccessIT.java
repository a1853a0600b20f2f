package se.nollan.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.Contract;
import se.nollan.ingest.IngestParts;
import se.nollan.ingest.South;
import se.nollan.local.parts.Message;

/** Who may act for a provider, over HTTP, and what is sent of it. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class AccessIT {

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

    private static int grant(String clients) {
        return South.putAccess(South.PUBLIC, "{\"clients\": [" + clients + "], \"groups\": [\"/syd\"]}")
                .then()
                .statusCode(200)
                .extract()
                .path("revision");
    }

    private static List<Message> sent() {
        return IngestParts.parts().kafka().read("register").stream()
                .filter(it -> it.key().equals(South.PUBLIC))
                .toList();
    }

    @Test
    void aChangeGetsARevisionAndIsSentByTheContract() {
        int revision = grant("\"b\", \"a\"");
        String body = "{\"provider\":\"232100-0222\",\"revision\":" + revision
                + ",\"clients\":[\"a\",\"b\"],\"groups\":[\"/syd\"]}";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sent().stream().anyMatch(it -> it.text().equals(body)));
        Contract contract = new Contract("access");
        assertThat(sent()).isNotEmpty().allSatisfy(contract::keptBy);
        South.as("auditor-24")
                .get("/ingest/v1/providers/232100-0222/access")
                .then()
                .statusCode(200)
                .body("revision", equalTo(revision))
                .body("clients", contains("a", "b"));
    }

    @Test
    void theSameAgainKeepsItsRevisionAndIsNotSentAgain() {
        int revision = grant("\"c\", \"d\"");
        assertThat(grant("\"d\", \"c\", \"c\"")).isEqualTo(revision);
        int next = grant("\"e\"");
        assertThat(next).isEqualTo(revision + 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sent().stream().anyMatch(it -> it.text().contains("\"revision\":" + next + ",")));
        assertThat(sent())
                .filteredOn(it -> it.text().contains("\"revision\":" + revision + ","))
                .hasSize(1);
    }

    @Test
    @DisplayName("Of two who read the same entry, the second is told, and overwrites nothing")
    void nobodyOverwritesAnother() {
        grant("\"f\"");
        var path = "/ingest/v1/providers/" + South.PUBLIC + "/access";
        String tag = South.as("coordinator-24").get(path).header("ETag");
        grant("\"g\"");

        for (var seen : new String[] {tag, null}) {
            var request = South.as("coordinator-24")
                    .contentType("application/json")
                    .body("{\"clients\": [\"h\"], \"groups\": []}");
            (seen == null ? request : request.header("If-Match", seen))
                    .put(path)
                    .then()
                    .statusCode(seen == null ? 428 : 412);
        }
        South.as("coordinator-24").get(path).then().body("clients", contains("g"));
    }

    @Test
    @DisplayName("Who may act for a provider with units in two regions is said by a coordinator of both")
    void oneRegionDoesNotSayWhoActsInAnother() {
        var shared = "556600-3311";
        var provider = ", {\"id\": \"" + shared + "\", \"name\": \"Delad AB\", \"form\": \"private\"}],\n \"units\": [";
        var unit = "{\"id\": \"SE%s-EDELAD\", \"name\": \"Delad\", \"region\": \"%s\", \"provider\": \"" + shared
                + "\", \"type\": \"vardcentral\"}";
        var ours = South.REGISTER.replaceFirst(
                "\\],\\s*\"units\": \\[", provider + unit.formatted("2321000222", "24") + ",");
        var theirs = "{\"providers\": [{\"id\": \"" + shared
                + "\", \"name\": \"Delad AB\", \"form\": \"private\"}], \"units\": ["
                + unit.formatted("2321000230", "23") + "], \"lines\": []}";
        South.put(ours).then().statusCode(200);
        South.putAccess(shared, "{\"clients\": [\"delad\"], \"groups\": []}")
                .then()
                .statusCode(200);
        var standing = South.as("coordinator-23").get("/ingest/v1/register");
        South.as("coordinator-23")
                .header("If-Match", standing.header("ETag"))
                .contentType("application/json")
                .body(theirs)
                .put("/ingest/v1/register?accept=fewer-units");

        South.putAccess(shared, "{\"clients\": [\"region-24\"], \"groups\": []}")
                .then()
                .statusCode(403)
                .body("detail", containsString("regions 23, 24"));
        South.put(South.REGISTER).then().statusCode(200);
    }

    @Test
    void beforeAnythingWasSaidNobodyMayAct() {
        South.as("coordinator-24")
                .get("/ingest/v1/providers/" + South.PRIVATE + "/access")
                .then()
                .statusCode(200)
                .body("groups", empty());
    }

    @Test
    void whatIsNotAnEntryIsAnsweredInPlainWords() {
        for (String body : List.of("", "{}", "{\"clients\": []}", "{\"clients\": \"a\", \"groups\": []}", "[")) {
            South.putAccess(South.PUBLIC, body).then().statusCode(400).contentType("application/problem+json");
        }
        South.putAccess(South.PUBLIC, "{\"clients\": [\" a\"], \"groups\": []}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        South.putAccess(South.PUBLIC, "{\"clients\": [null], \"groups\": []}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        South.putAccess("232100-9999", "{\"clients\": [], \"groups\": []}")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
