package se.nollan.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
