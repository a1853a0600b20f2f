package se.nollan.ingest.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static se.nollan.ingest.submission.Region.DAY;
import static se.nollan.ingest.submission.Region.call;
import static se.nollan.ingest.submission.Region.csv;
import static se.nollan.ingest.submission.Region.execute;
import static se.nollan.ingest.submission.Region.id;
import static se.nollan.ingest.submission.Region.order;
import static se.nollan.ingest.submission.Region.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.Contract;
import se.nollan.ingest.IngestParts;

/** What comes of a submission after it was taken in: messages, progress, keys that end, services that die. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class LifeIT {

    @RegisterExtension
    static final Region region = new Region();

    @Test
    void itsMessagesKeepTheContracts() {
        var handedOver = "h,chat-hojden,chat,queue," + DAY + "T08:00:00,19800101-1234,,chat-stranden";
        var body = Region.HEADER.strip() + ",firstLine\n" + call("a", 8) + ",\n" + handedOver + "\n";
        var id =
                id(order("contract").body(body.getBytes(StandardCharsets.UTF_8)).post("/ingest/v1/submissions"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Region.messages("contacts", id).size() == 2);
        var contacts = new Contract("contacts");
        var submission = new Contract("submission");
        var kafka = IngestParts.parts().kafka();
        kafka.read("contacts").stream().filter(m -> m.text().contains(id)).forEach(message -> {
            contacts.keptBy(message);
            assertThat(message.text()).contains("\"unit\":\"" + message.key() + "\"");
        });
        // The handed-over chat touches the unit where it was first queued and the one that holds it.
        assertThat(Region.messages("contacts", id))
                .filteredOn(text -> text.contains("\"id\":\"h\""))
                .hasSize(2)
                .allMatch(text -> text.contains("\"firstLine\":\"chat-stranden\"")
                        && text.contains("\"units\":[\"" + Region.UNIT + "\",\"" + Region.OTHER_UNIT + "\"]"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Region.messages("submissions", id).stream().anyMatch(m -> m.contains("\"accepted\"")));
        kafka.read("submissions").stream().filter(m -> m.text().contains(id)).forEach(submission::keptBy);
    }

    @Test
    void itSaysWhatItCoversAlsoOfALineThatNeverHadAContact() {
        var some = id(send("covers", call("a", 8)));
        var none = id(Region.order("covers-nothing")
                .queryParam("empty", "true")
                .body(Region.csv())
                .post("/ingest/v1/submissions"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Region.messages("submissions", some))
                    .anyMatch(text -> text.contains(covered("+46631000021", Region.UNIT, "{\"" + DAY + "\":1}"))
                            && text.contains(covered("+46631000051", Region.OTHER_UNIT, "{}")));
            assertThat(Region.messages("submissions", none))
                    .anyMatch(text -> text.contains(covered("+46631000021", Region.UNIT, "{}")));
        });
    }

    private static String covered(String line, String unit, String days) {
        return "{\"line\":\"" + line + "\",\"units\":[\"" + unit + "\"],\"days\":" + days + "}";
    }

    @Test
    void itIsEvaluatedWhenAllItsSlicesAre() {
        var first = id(send("evaluated", call("a", 8), call("b", "+46631000051", 9)));
        progress("evaluated", "+46631000021", 1);
        progress("evaluated", "+46631000051", 1);
        Region.awaitState(first, "evaluated");

        var same = id(send("evaluated", call("a", 8), call("b", "+46631000051", 9)));
        Region.get(same).then().body("state", equalTo("evaluated"));

        var corrected = id(send("evaluated", call("a", 9), call("b", "+46631000051", 9)));
        Region.get(corrected).then().body("state", equalTo("accepted"));
        progress("evaluated", "+46631000021", 2);
        Region.awaitState(corrected, "evaluated");
    }

    @Test
    void progressThatCannotBeReadGoesToTheDeadLettersAndTheNextIsTaken() throws IOException {
        var id = id(send("poison", call("a", 8)));
        var unreadable = List.of("{\"slices\":[{\"provider\":1}]}", "null", "{\"slices\":[null]}");
        unreadable.forEach(body -> publish(UUID.randomUUID().toString(), body));
        try (var example = LifeIT.class.getResourceAsStream("/contracts/events/examples/progress.json")) {
            publish("example", new String(example.readAllBytes(), StandardCharsets.UTF_8));
        }
        progress("poison", "+46631000021", 1);

        Region.awaitState(id, "evaluated");
        assertThat(IngestParts.parts().kafka().read("dead-letters"))
                .extracting(message -> message.text())
                .containsAll(unreadable);
    }

    @Test
    void anOperatorSendsAPeriodAgain() {
        var id = id(send("replayed", call("a", 8)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Region.messages("contacts", id).size() == 1);

        Region.as("operator")
                .contentType("application/json")
                .body(Map.of("from", DAY.toString(), "to", DAY.toString()))
                .post("/ingest/v1/replays")
                .then()
                .statusCode(202)
                .body("messages", greaterThan(0));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Region.messages("contacts", id).size() == 2);
        Region.as("operator")
                .contentType("application/json")
                .body("{}")
                .post("/ingest/v1/replays")
                .then()
                .statusCode(400);
    }

    @Test
    void aMonthWhoseKeyWasDestroyedTakesNoMoreContacts() throws IOException {
        var day = LocalDate.of(2001, 5, 10);
        var row = "a,+46631000021,phone,queue," + day + "T08:00:00,0701740605,";
        id(order("ended", day, day).body(csv(row)).post("/ingest/v1/submissions"));
        Path key = IngestParts.keys().resolve(YearMonth.from(day) + ".key");
        assertThat(key).exists();
        execute("update month_key set destroyed_at = now() where month = '2001-05-01'");
        Files.delete(key);

        order("ended", day, day)
                .body(csv(row))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("MONTH_ENDED"));
        assertThat(key).doesNotExist();
        assertThat(readiness().statusCode()).isEqualTo(200);
    }

    @Test
    void aMonthWhoseKeyIsNotInItsPlaceWaitsForItAndReadinessSaysSo() throws IOException {
        var day = LocalDate.of(2001, 6, 11);
        var row = "a,+46631000021,phone,queue," + day + "T08:00:00,0701740605,";
        id(order("lost", day, day).body(csv(row)).post("/ingest/v1/submissions"));
        Path key = IngestParts.keys().resolve(YearMonth.from(day) + ".key");
        Path elsewhere = IngestParts.keys().resolveSibling("elsewhere.key");
        Files.move(key, elsewhere);

        order("lost", day, day)
                .body(csv(row))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:nollan:problem:key-missing"))
                .body("detail", containsString("2001-06"));
        assertThat(key).doesNotExist();
        assertThat(readiness().statusCode()).isEqualTo(503);
        assertThat(readiness().asString()).contains("2001-06", "missing");

        Files.move(elsewhere, key);
        order("lost", day, day)
                .body(csv(row))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201);
        assertThat(readiness().statusCode()).isEqualTo(200);
    }

    private static Response readiness() {
        return given().get(IngestParts.management() + "/q/health/ready");
    }

    @Test
    void whatADeadServiceHadReadWholeIsPutInPlaceAndTheRestFails() {
        var sample = id(send("taken-over", call("a", 8)));
        var whole = UUID.randomUUID();
        var half = UUID.randomUUID();
        var lost = UUID.randomUUID();
        died(sample, whole, 1L, 1);
        died(sample, half, null, 1);
        died(sample, lost, 2L, 1);

        Region.awaitState(half.toString(), "failed");
        Region.awaitState(lost.toString(), "failed");
        Region.awaitState(whole.toString(), "accepted");
        assertThat(Region.standing("taken-over")).containsExactly("+46631000021 " + whole + " r2");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Region.query("select id from staged_contact where submission in ('" + whole + "', '" + half
                                + "', '" + lost + "')")
                        .isEmpty());
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "NOLLAN_DATA",
            matches = ".+",
            disabledReason = "needs the real call-centre month")
    void theRealCallCentreMonthIsTakenByItsProfile() throws IOException {
        var log = Files.readAllBytes(Path.of(System.getenv("NOLLAN_DATA"), "technion", "1999-01_january.txt"));
        order("technion", LocalDate.of(1999, 1, 1), LocalDate.of(1999, 1, 31))
                .contentType("text/tab-separated-values")
                .body(log)
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .body("profile", equalTo("technion"))
                .body("counts.read", equalTo(31_599))
                .body("counts.skipped", equalTo(240))
                // Three have impossible times; twenty-four have callers that a spreadsheet has rounded (6.02E+11).
                .body("counts.inError", equalTo(27))
                .body("report.errorCounts.find { it.rule == 'NUMBER_DESTROYED' }.count", equalTo(24))
                .body("counts.accepted", equalTo(31_332));
    }

    /** A submission as a service that was killed half a minute ago left it. */
    private static void died(String like, UUID id, Long stagedRows, int staged) {
        Region.execute(
                "insert into submission (id, source, profile, period_from, period_to, said_empty, accept_errors, sent_by,"
                        + " register_version, state, revision, received_at, changed_at, heartbeat_at, staged_rows, rows_read, rows_accepted,"
                        + " report, lines) select '" + id
                        + "', source, profile, period_from, period_to, false, false, sent_by,"
                        + " register_version, 'received', 1, now(), now(), now() - interval '40 seconds', " + stagedRows
                        + ", " + staged
                        + ", " + staged
                        + ", '{\"errors\":[],\"errorTallies\":[],\"warnings\":[],\"warningTallies\":[]}', lines"
                        + " from submission where id = '" + like + "'");
        Region.execute("insert into staged_contact select '" + id + "', 2, '" + id + "', '+46631000021', '" + DAY
                + "', null, false, '{\"id\":\"" + id + "\",\"channel\":\"phone\",\"kind\":\"queue\",\"createdAt\":\""
                + DAY
                + "T06:00:00Z\"}'");
        Region.execute("insert into staged_line values ('" + id + "', '+46631000021', '" + DAY + "', '" + Region.UNIT
                + "', true)");
    }

    private static void progress(String system, String line, long revision) {
        publish(Region.UNIT, """
                {"unit":"%s","date":"%s","registerVersion":1,"evaluatedAt":"2026-11-02T07:00:05Z","slices":[
                 {"provider":"%s","system":"%s","line":"%s","date":"%s","revision":%d}]}
                """.formatted(Region.UNIT, DAY, Region.NORRVARD, system, line, DAY, revision));
    }

    private static void publish(String key, String body) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", IngestParts.parts().kafka().bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("progress", key, body.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
