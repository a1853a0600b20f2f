package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static se.nollan.ingest.submission.Region.DAY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** Contacts that a system pushes as they happen. Here they are put in place after three seconds instead of an hour. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class LiveIT {
    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("What is pushed bit by bit stands as one contact, once, and its number nowhere")
    void bitByBit() {
        push("live", "{\"id\":\"a\",\"answeredAt\":\"%sT09:00:00\"}".formatted(DAY))
                .then()
                .statusCode(200)
                .body("whole", equalTo(0))
                .body("partly", equalTo(1));
        push("live", whole("a", 8)).then().statusCode(200).body("whole", equalTo(1));
        push("live", whole("a", 8)).then().statusCode(200).body("whole", equalTo(1));

        awaitStanding("live", "+46631000021 a r1");
        assertThat(content("live")).contains("\"answeredAt\":").doesNotContain("0701740605");

        push("live", "{\"id\":\"a\",\"doneAt\":\"%sT09:10:00\"}".formatted(DAY))
                .then()
                .body("whole", equalTo(1));
        awaitStanding("live", "+46631000021 a r2");
        assertThat(content("live")).contains("\"contact\":", "\"answeredAt\":", "\"doneAt\":");
        assertThat(Region.query(
                        "select count(*) from live_contact l join source s on s.id = l.source where s.system = 'live'"))
                .containsExactly("0");
    }

    @Test
    @DisplayName("Beside what a file has said: the pushed contact is added, the others stand")
    void besideAFile() {
        Region.id(Region.send("live-file", Region.call("f", 8), Region.call("g", 9)));

        push("live-file", whole("h", 10)).then().statusCode(200);

        awaitStanding("live-file", "+46631000021 f r2", "+46631000021 g r2", "+46631000021 h r2");
        Region.id(Region.send("live-file", Region.call("f", 8)));
        assertThat(Region.standing("live-file"))
                .as("a file covers its day whole")
                .containsExactly("+46631000021 f r3");
    }

    @Test
    @DisplayName(
            "Many pushes make few revisions: of 300 contacts one by one, no more than those that seconds apart make")
    void fewRevisions() {
        IntStream.range(0, 300).parallel().forEach(number -> push("live-many", whole("m" + number, 8 + number % 9))
                .then()
                .statusCode(200));

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Region.standing("live-many").size() == 300);
        var written = Region.query("""
                select count(*) || ' ' || sum(r.count) from slice_revision r join source s on s.id = r.source
                where s.system = 'live-many'
                """).get(0).split(" ");
        assertThat(Integer.parseInt(written[0])).as("revisions").isLessThan(12);
        assertThat(Integer.parseInt(written[1])).as("contacts written in them").isLessThan(300 * 8);
    }

    @Test
    @DisplayName("What is wrong is told by row, the others are taken; nobody pushes for others")
    void whatIsWrong() {
        push(
                        "live-wrong",
                        whole("ok", 8),
                        "{\"id\":\"x\",\"contact\":\"0701740605\"}",
                        whole("y", 8).replace("+46631000021", "+46631000071"),
                        "nonsense")
                .then()
                .statusCode(200)
                .body("rows", equalTo(4))
                .body("whole", equalTo(1))
                .body("errors", hasSize(3))
                .body("errors.find { it.line == 2 }.rule", equalTo("TOO_EARLY"))
                .body("errors.find { it.line == 3 }.rule", equalTo("LINE_NOT_YOURS"))
                .body("errors.find { it.line == 4 }.rule", equalTo("NOT_AN_OBJECT"));
        Region.as("norrvard")
                .queryParam("system", "live-wrong")
                .queryParam("provider", Region.KUSTHALSAN)
                .contentType("application/x-ndjson")
                .body(whole("z", 8).getBytes(StandardCharsets.UTF_8))
                .post("/ingest/v1/contacts")
                .then()
                .statusCode(403);
        push(
                        "live-wrong",
                        IntStream.range(0, 1_001)
                                .mapToObj(n -> whole("n" + n, 8))
                                .toArray(String[]::new))
                .then()
                .statusCode(422)
                .body("detail", startsWith("A push has at most 1000 rows"));
    }

    @Test
    @DisplayName("A clock that is some seconds ahead is tolerated")
    void aClockAhead() {
        var soon = ZonedDateTime.now(ZoneId.of("Europe/Stockholm"))
                .plusSeconds(30)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Europe/Stockholm")))
                .replaceAll("\\.\\d+", "");
        var row = whole("now", 8).replace(DAY + "T08:00:00", soon);

        push("live-clock", row).then().statusCode(200).body("whole", equalTo(1)).body("errors", hasSize(0));
        push("live-clock", row.replace(soon, "2099-01-01T08:00:00"))
                .then()
                .body("whole", equalTo(0))
                .body("errors.rule", hasItem("IN_FUTURE"));
    }

    private static String whole(String id, int hour) {
        return "{\"id\":\"%s\",\"line\":\"+46631000021\",\"channel\":\"phone\",\"kind\":\"callback\",\"createdAt\":\"%sT%02d:00:00\",\"contact\":\"0701740605\"}"
                .formatted(id, DAY, hour);
    }

    private static Response push(String system, String... rows) {
        return Region.as("norrvard")
                .queryParam("system", system)
                .contentType("application/x-ndjson")
                .body(String.join("\n", rows).getBytes(StandardCharsets.UTF_8))
                .post("/ingest/v1/contacts");
    }

    private static void awaitStanding(String system, String... standing) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(Region.standing(system)).containsExactly(standing));
    }

    private static String content(String system) {
        return Region.query("""
                select c.content from contact c join source s on s.id = c.source where s.system = '%s'
                """.formatted(system)).get(0);
    }
}
