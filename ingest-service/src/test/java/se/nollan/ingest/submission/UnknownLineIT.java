package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** Lines that a log names and the register does not know are listed, and adopted with one request. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class UnknownLineIT {
    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName(
            "A line that is not in the register is told to the sender, listed for the coordinator, adopted, and then its rows count")
    void adoptedAsANewLine() {
        send("unknown-new", "Q-ny")
                .then()
                .statusCode(422)
                .body("submission.counts.inError", equalTo(12))
                .body("submission.report.unknownLines[0].key", equalTo("Q-ny"))
                .body("submission.report.summary", containsString("Q-ny (12)"));
        assertThat(listed("unknown-new", "key")).containsExactly("Q-ny");

        adopt("unknown-new", "Q-ny", "\"entry\": {\"unit\": \"" + Region.UNIT + "\", \"kind\": \"main\"}")
                .then()
                .statusCode(200)
                .body("changed", equalTo(true));

        assertThat(listed("unknown-new", "key")).isEmpty();
        send("unknown-new", "Q-ny").then().body("counts.accepted", equalTo(12)).body("report.unknownLines", hasSize(0));
        adopt("unknown-new", "Q-ny", "\"entry\": {\"unit\": \"" + Region.UNIT + "\", \"kind\": \"main\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("name it in line"));
    }

    @Test
    @DisplayName("A name can be another one for a line that stands, which keeps its own")
    void adoptedAsAName() {
        send("unknown-alias", "Q-alias").then().statusCode(422);

        adopt("unknown-alias", "Q-alias", "\"line\": \"+46631000051\"").then().statusCode(200);

        send("unknown-alias", "Q-alias").then().body("counts.accepted", equalTo(12));
        send("unknown-alias", "+46631000051").then().body("counts.accepted", equalTo(12));
    }

    @Test
    @DisplayName("A number is listed by its shape alone, and is nowhere at rest: it may be a caller's")
    void numbersAreNotKept() {
        send("unknown-number", "+46731234567")
                .then()
                .statusCode(422)
                .body("submission.report.unknownLines[0].key", nullValue())
                .body("submission.report.unknownLines[0].shape", equalTo("+99999999999"));

        assertThat(listed("unknown-number", "shape")).containsExactly("+99999999999");
        assertThat(Region.query(
                        "select cast(report as text) from submission where cast(report as text) like '%31234567%'"))
                .isEmpty();
    }

    @Test
    @DisplayName("Whoever does not coordinate the region of the unit adopts nothing, and sees nothing")
    void others() {
        send("unknown-foreign", "Q-annan").then().statusCode(422);
        Region.as("coordinator-24")
                .contentType("application/json")
                .body(
                        "{\"system\": \"unknown-foreign\", \"key\": \"Q-annan\", \"reason\": \"x\", \"entry\": {\"unit\": \""
                                + Region.UNIT + "\", \"kind\": \"main\"}}")
                .post("/ingest/v1/unknown-lines/adoptions")
                .then()
                .statusCode(422);
        Region.as("coordinator-24")
                .get("/ingest/v1/unknown-lines")
                .then()
                .statusCode(200)
                .body("system", not(hasItem("unknown-foreign")));
        Region.as("coordinator-24")
                .queryParam("provider", Region.NORRVARD)
                .get("/ingest/v1/unknown-lines")
                .then()
                .statusCode(403);
    }

    private static Response send(String system, String line) {
        return Region.order(system)
                .body(Region.csv(IntStream.range(0, 12)
                        .mapToObj(i -> Region.call("u" + i, line, 8 + i % 4))
                        .toArray(String[]::new)))
                .post("/ingest/v1/submissions");
    }

    private static List<String> listed(String system, String field) {
        return Region.as("coordinator-23")
                .queryParam("provider", Region.NORRVARD)
                .get("/ingest/v1/unknown-lines")
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.system == '" + system + "' }." + field);
    }

    private static Response adopt(String system, String key, String as) {
        return Region.as("coordinator-23")
                .contentType("application/json")
                .body("{\"system\": \"" + system + "\", \"key\": \"" + key + "\", " + as
                        + ", \"reason\": \"Seen in the log\"}")
                .post("/ingest/v1/unknown-lines/adoptions");
    }
}
