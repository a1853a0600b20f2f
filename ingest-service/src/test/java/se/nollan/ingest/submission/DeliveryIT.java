package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static se.nollan.ingest.submission.Region.call;
import static se.nollan.ingest.submission.Region.csv;
import static se.nollan.ingest.submission.Region.id;
import static se.nollan.ingest.submission.Region.order;
import static se.nollan.ingest.submission.Region.send;
import static se.nollan.ingest.submission.Region.standing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** What a sender can ask for beside sending: a trial, the same once more, a report in its own language and as a table. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class DeliveryIT {
    private static final String WRONG = "x,+46631000021,phone,queue,yesterday,4711,";

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("A trial gives the whole report and what would change, and stores nothing")
    void aTrial() {
        id(send("tried", call("a", 8)));
        var traces = traces();

        order("tried")
                .queryParam("dryRun", true)
                .queryParam("acceptErrors", true)
                .body(csv(call("a", 9), call("b", 9), call("b", 9), WRONG))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(200)
                .body("id", nullValue())
                .body("state", equalTo("accepted"))
                .body("counts.read", equalTo(4))
                .body("counts.accepted", equalTo(2))
                .body("counts.repeated", equalTo(1))
                .body("report.errors[0].rule", equalTo("NOT_A_TIME"))
                .body("report.summary", startsWith("This was a trial: nothing is stored"))
                .body("effect.changed", equalTo(1))
                .body("effect.contactsBefore", equalTo(1))
                .body("effect.contactsAfter", equalTo(2));

        assertThat(standing("tried")).containsExactly("+46631000021 a r1");
        assertThat(traces()).isEqualTo(traces);
    }

    @Test
    @DisplayName("A trial of what would be refused says why, and leaves no trace either")
    void aTrialThatWouldBeRefused() {
        var traces = traces();
        for (var body : new byte[][] {csv(WRONG), "no,header\n".getBytes(StandardCharsets.UTF_8)}) {
            order("tried-not")
                    .queryParam("dryRun", true)
                    .header("Accept-Language", "sv")
                    .body(body)
                    .post("/ingest/v1/submissions")
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "sv")
                    .body("state", equalTo("rejected"))
                    .body("effect.changed", equalTo(0))
                    .body("report.summary", containsString("Inget togs emot"));
        }
        assertThat(traces()).isEqualTo(traces);
        assertThat(Region.query("select system from source where system = 'tried-not'"))
                .isEmpty();
    }

    /** Everything that a submission leaves behind, counted. */
    private static String traces() {
        return Region.query("""
                select concat_ws(' ', (select count(*) from submission), (select count(*) from staged_contact),
                  (select count(*) from staged_line), (select count(*) from rehearsal), (select count(*) from slice_revision),
                  (select count(*) from contact), (select count(*) from submission_slice))
                """).get(0);
    }

    @Test
    @DisplayName("The same body once more is known for what it is")
    void theSameBodyOnceMore() {
        var first = id(send("again", call("a", 8)));

        send("again", call("a", 8))
                .then()
                .statusCode(201)
                .body("repeats", equalTo(first))
                .body("report.summary", containsString("was received before, as " + first));
        send("again", call("a", 9)).then().statusCode(201).body("repeats", nullValue());
        assertThat(Region.query("select digest from submission where id = '" + first + "'")
                        .get(0))
                .as("keyed: not the hash of what can be guessed")
                .hasSize(22);
    }

    @Test
    @DisplayName("A request that is sent again with its key is answered as the first time, and taken once")
    void aRequestSentAgain() {
        var first = id(keyed("one-key-for-october", call("a", 8)));

        var again = keyed("one-key-for-october", call("a", 8));

        again.then().statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(first));
        keyed("one-key-for-october", call("a", 9))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:nollan:problem:key-reused"));
        keyed("short", call("a", 9)).then().statusCode(400).body("parameters[0].parameter", equalTo("Idempotency-Key"));
        assertThat(standing("again-key")).containsExactly("+46631000021 a r1");
    }

    private static Response keyed(String key, String row) {
        return order("again-key").header("Idempotency-Key", key).body(csv(row)).post("/ingest/v1/submissions");
    }

    @Test
    @DisplayName("The report says what became of the rows and what to do, in the reader's language")
    void inTheReadersLanguage() {
        String id = order("told")
                .queryParam("acceptErrors", true)
                .header("Accept-Language", "sv-SE, en;q=0.5")
                .body(csv(call("s", 8), WRONG))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .header("Content-Language", "sv")
                .body(
                        "report.summary",
                        allOf(
                                startsWith("2 rader lästes: 1 kontakt togs emot, 1 rad har fel."),
                                containsString("Rätta raderna med fel")))
                .body("report.errors[0].advice", startsWith("Skriv tider som"))
                .extract()
                .path("id");

        Region.get(id)
                .then()
                .header("Content-Language", "en")
                .body("report.errors[0].advice", startsWith("Write times as"))
                .body("report.errors", hasSize(1));
    }

    @Test
    @DisplayName("The report as a table, to hand to the vendor: a sum at the top, no formula, no number of a caller")
    void asATable() {
        var id = id(order("told")
                .queryParam("acceptErrors", true)
                .body(csv(call("t", 8), "x,=cmd|'/c calc',phone,queue,yesterday,0701740605,"))
                .post("/ingest/v1/submissions"));

        Region.as("norrvard")
                .header("Accept-Language", "sv")
                .get("/ingest/v1/submissions/" + id + "/report")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(allOf(
                        startsWith(
                                "\uFEFFwhat,line,field,rule,rows,value,text\r\nsummary,,,accepted,2,,\"2 rader lästes"),
                        containsString("errors,,createdAt,NOT_A_TIME,1,"),
                        containsString("error,3,createdAt,NOT_A_TIME,,aaaaaaaaa,"),
                        not(containsString(",=")),
                        not(containsString("0701740605"))));
        Region.as("kusthalsan")
                .get("/ingest/v1/submissions/" + id + "/report")
                .then()
                .statusCode(403);
    }
}
