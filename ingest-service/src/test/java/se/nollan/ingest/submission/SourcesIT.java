package se.nollan.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static se.nollan.ingest.submission.Region.DAY;
import static se.nollan.ingest.submission.Region.call;
import static se.nollan.ingest.submission.Region.csv;
import static se.nollan.ingest.submission.Region.standing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** Which source answers for a line on a day, and which of two submissions stands (the contact format, <i>Sources</i>). */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class SourcesIT {

    private static final String LINE = "+46631000071";

    @RegisterExtension
    static final Region region = new Region();

    /** A submission of Kusthälsan, whose one line the register gives to no system in particular. */
    private static RequestSpecification order(String system, int daysBack) {
        return Region.as("kusthalsan")
                .queryParam("system", system)
                .queryParam("from", DAY.minusDays(daysBack).toString())
                .queryParam("to", DAY.minusDays(daysBack).toString())
                .contentType("text/csv");
    }

    private static Response send(RequestSpecification order, int daysBack, String... ids) {
        var rows = new StringBuilder(Region.HEADER);
        for (var id : ids) {
            rows.append(id + "," + LINE + ",phone,queue," + DAY.minusDays(daysBack) + "T08:00:00,0701740605,\n");
        }
        return order.body(rows.toString().getBytes(UTF_8)).post("/ingest/v1/submissions");
    }

    @Test
    @DisplayName("The same file under another system's name is refused, with lines and days, and counts once")
    void anotherSystemOfALineIsRefused() {
        send(order("old-switch", 1), 1, "a", "b").then().statusCode(201);

        send(order("new-switch", 1), 1, "a", "b")
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("OTHER_SYSTEM"))
                .body("submission.report.refusal.detail", containsString("line " + LINE + " by old-switch on "))
                .body("submission.report.refusal.detail", containsString("replaces=old-switch"));
        send(order("new-switch", 1).queryParam("replaces", "third-switch"), 1, "a")
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("OTHER_SYSTEM"));
        assertThat(standing("new-switch")).isEmpty();
        assertThat(standing("old-switch")).containsExactly(LINE + " a r1", LINE + " b r1");
    }

    @Test
    @DisplayName("replaces ends the other system's slices in the same step, and a withdrawal gives them back")
    void aChangeOfSystemEndsTheOldOnesSlices() {
        var old = Region.id(send(order("before", 2), 2, "a", "b"));
        var changed = send(order("after", 2).queryParam("replaces", "BEFORE"), 2, "x");

        changed.then().statusCode(201).body("replaces", equalTo("before"));
        assertThat(standing("before")).containsExactly(LINE + " - r2");
        assertThat(standing("after")).containsExactly(LINE + " x r1");
        Region.as("kusthalsan").get("/ingest/v1/submissions/" + old).then().body("state", equalTo("superseded"));
        send(order("before", 2), 2, "a")
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("OTHER_SYSTEM"));

        Region.as("kusthalsan")
                .post("/ingest/v1/submissions/" + changed.path("id") + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(standing("before")).containsExactly(LINE + " a r3", LINE + " b r3");
        assertThat(standing("after")).containsExactly(LINE + " - r2");
    }

    @Test
    @DisplayName("replaces ends a system's slices also where the register lets both send")
    void aSystemIsReplacedWhereBothMaySend() {
        var day = DAY.minusDays(4);
        for (var system : List.of("beside", "beside-new")) {
            var order = Region.order(system, day, day);
            (system.equals("beside-new") ? order.queryParam("replaces", "beside") : order)
                    .body(csv(system + ",+46631000021,phone,queue," + day + "T08:00:00,0701740605,"))
                    .post("/ingest/v1/submissions")
                    .then()
                    .statusCode(201);
        }

        assertThat(standing("beside")).containsExactly("+46631000021 - r2");
        assertThat(standing("beside-new")).containsExactly("+46631000021 beside-new r1");
    }

    @Test
    void theSystemThatIsReplacedIsAnotherOne() {
        send(order("same", 3).queryParam("replaces", "same"), 3, "a")
                .then()
                .statusCode(400)
                .body("parameters.parameter", hasItem("replaces"));
    }

    @Test
    @DisplayName("What was received later stands over what was received earlier, though it finishes first")
    void whatWasReceivedLaterStands() throws IOException, InterruptedException {
        try (var slow = new RawSender("Transfer-Encoding: chunked", "later-stands")) {
            slow.chunk(csv(call("early", 8)));
            Thread.sleep(1_000);
            Region.id(Region.send("later-stands", call("late", 9)));
            slow.write("0\r\n\r\n".getBytes(UTF_8));
            assertThat(slow.answer())
                    .contains(" 201 ")
                    .contains("\"state\":\"superseded\"")
                    .contains("LATER_STANDS");
        }

        assertThat(standing("later-stands")).containsExactly("+46631000021 late r1");
    }

    @Test
    @DisplayName(
            "An older submission leaves alone the days and the contacts that a later one speaks for, and says the rest")
    void anOlderSubmissionSaysTheRest() {
        var from = DAY.minusDays(20);
        var older = Region.id(Region.order("later-stands", from, from.plusDays(1))
                .body(csv(
                        "p,+46631000021,phone,queue," + from + "T08:00:00,0701740605,",
                        "q,+46631000021,phone,queue," + from.plusDays(1) + "T08:00:00,0701740605,"))
                .post("/ingest/v1/submissions"));

        // As if it had been at work the whole time, and its replica had died.
        Region.execute(
                "update submission set received_at = received_at - interval '1 hour' where id = '" + older + "'");
        Region.order("later-stands", from, from)
                .body(csv("p2,+46631000021,phone,queue," + from + "T09:00:00,0701740605,"))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201);

        assertThat(standing("later-stands")).contains("+46631000021 p2 r2", "+46631000021 q r1");
    }
}
