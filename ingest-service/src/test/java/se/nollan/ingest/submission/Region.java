package se.nollan.ingest.submission;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import se.nollan.ingest.IngestParts;

/** A made-up region with two providers, and its senders. Each test uses a system of its own, whose ids are then its own. */
final class Region implements BeforeEachCallback {
    static final String NORRVARD = "556677-8899";
    static final String KUSTHALSAN = "556600-1122";
    static final String UNIT = "SE2321000214-E000000000003";
    static final String OTHER_UNIT = "SE2321000214-E000000000006";
    static final LocalDate DAY = LocalDate.now().minusDays(10);
    static final String HEADER = "id,line,channel,kind,createdAt,contact,answeredAt\n";

    /** The systems that may send for Norrvård's lines side by side. */
    private static final String SYSTEMS = Stream.of(
                    "bad bad-gzip bad-ndjson bad-nul again again-key beside beside-new bomb case-system contract corrected covers covers-nothing crowded cut-off",
                    "dead-and-back ended evaluated guard inbox inbox-bad inbox-quiet later-stands live live-clock live-file live-many live-wrong lost moved moved-on named not-so-old old other-day poison",
                    "private profile-events profile-files profile-json profile-tried profile-workbook raw-chunked raw-length rejected replayed report reported said-twice security seen slow slow-gzip system-1 system-2",
                    "taken-over technion told tried tried-not twice types unchangeable unknown-alias unknown-foreign unknown-new unknown-number withdrawn")
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.joining("\", \"", "\"", "\""));

    private static final String REGISTER = """
            {"providers": [
              {"id": "556677-8899", "name": "Norrvård AB", "form": "private"},
              {"id": "556600-1122", "name": "Kusthälsan AB", "form": "private"}],
             "units": [
              {"id": "SE2321000214-E000000000003", "name": "Stranden", "region": "23", "provider": "556677-8899", "type": "vardcentral"},
              {"id": "SE2321000214-E000000000006", "name": "Höjden", "region": "23", "provider": "556677-8899", "type": "vardcentral"},
              {"id": "SE2321000214-E000000000007", "name": "Kusten", "region": "23", "provider": "556600-1122", "type": "vardcentral"}],
             "lines": [
              {"id": "+46631000021", "unit": "SE2321000214-E000000000003", "kind": "main", "automatic": true, "system": [$]},
              {"id": "chat-stranden", "unit": "SE2321000214-E000000000003", "kind": "chat", "system": [$]},
              {"id": "+46631000051", "unit": "SE2321000214-E000000000006", "kind": "main", "automatic": true, "system": [$]},
              {"id": "chat-hojden", "unit": "SE2321000214-E000000000006", "kind": "chat", "system": [$]},
              {"id": "AA", "unit": "SE2321000214-E000000000006", "kind": "main", "automatic": true, "system": "technion"},
              {"id": "+46631000071", "unit": "SE2321000214-E000000000007", "kind": "main", "automatic": true}]}
            """.replace("$", SYSTEMS);

    private boolean ready;

    /** Once for the tests of a class; but not before all of them, when the address of the service is not known yet. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (!ready) {
            ready = true;
            setUp();
        }
    }

    private static void setUp() {
        var standing = as("coordinator-23").get("/ingest/v1/register");
        var coordinator = as("coordinator-23");
        (standing.statusCode() == 200 ? coordinator.header("If-Match", standing.header("ETag")) : coordinator)
                .contentType("application/json")
                .body(REGISTER)
                .put("/ingest/v1/register?accept=fewer-units")
                .then()
                .statusCode(200);
        access(NORRVARD, "norrvard");
        access(KUSTHALSAN, "kusthalsan");
    }

    private static void access(String provider, String client) {
        execute("insert into access_revision values ('" + provider + "', 1, now(), 'test') on conflict do nothing");
        execute("insert into access_member values ('" + provider + "', 1, 'client', '" + client
                + "') on conflict do nothing");
    }

    static RequestSpecification as(String client) {
        // As senders do: a type without a charset says nothing of one.
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(IngestParts.parts().keycloak().token(client));
    }

    /** A submission of Norrvård for one day. */
    static RequestSpecification order(String system) {
        return order(system, DAY, DAY);
    }

    static RequestSpecification order(String system, LocalDate from, LocalDate to) {
        return as("norrvard")
                .queryParam("system", system)
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .contentType("text/csv");
    }

    static Response send(String system, String... rows) {
        return order(system).body(csv(rows)).post("/ingest/v1/submissions");
    }

    static byte[] csv(String... rows) {
        return (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A call at the hour of the day on Stranden's main line. */
    static String call(String id, int hour) {
        return call(id, "+46631000021", hour);
    }

    static String call(String id, String line, int hour) {
        return "%s,%s,phone,queue,%sT%02d:00:00,0701740605,".formatted(id, line, DAY, hour);
    }

    static String id(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }

    static Response get(String id) {
        return as("norrvard").get("/ingest/v1/submissions/" + id);
    }

    static Response withdraw(String id) {
        return as("norrvard").post("/ingest/v1/submissions/" + id + "/withdrawal");
    }

    static void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get(id).path("state"), state::equals);
    }

    /** The ids that stand in a source's slices, each with its line and revision, from the newest revisions. */
    static List<String> standing(String system) {
        return query("""
                select h.line || ' ' || coalesce(c.content::json->>'id', '-') || ' r' || h.revision
                from slice_head h join source s on s.id = h.source and s.system = '%s'
                join slice_revision r on r.source = h.source and r.line = h.line and r.day = h.day and r.revision = h.revision
                left join lateral string_to_table(nullif(r.content, ''), chr(10)) as c(content) on true
                order by 1
                """.formatted(system));
    }

    static List<String> query(String sql) {
        try (var connection = IngestParts.parts().postgres().connect("ingest");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql) {
        try (var connection = IngestParts.parts().postgres().connect("ingest");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bodies on a topic that are about this submission. */
    static List<String> messages(String topic, String submission) {
        return IngestParts.parts().kafka().read(topic).stream()
                .map(message -> message.text())
                .filter(text -> text.contains(UUID.fromString(submission).toString()))
                .toList();
    }

    static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
