package se.nollan.rules.slice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static se.nollan.rules.Ingest.caller;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.nollan.rules.Broker;
import se.nollan.rules.Ingest;
import se.nollan.rules.Registers;
import se.nollan.rules.RulesParts;

/**
 * What is past its time goes, and results stand. The service keeps contacts for forty years here, so the seal is set in the database, as
 * an earlier and shorter retention would have left it.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class SealIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SEALED = "2008-05-06";
    private static final String OPEN = "2010-03-02";

    private static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    private static Ingest.Register register(int onUnit) {
        return Registers.next()
                .provider("p")
                .unit(unit(61), "23", "p", "vardcentral", null)
                .unit(unit(62), "23", "p", "vardcentral", null)
                .line("line-61", unit(onUnit), "main", true);
    }

    private static void put(Ingest.Register register) {
        broker.send("register", "register", "register", register.json());
    }

    private static void send(String day, long revision, int contacts) {
        List<Map<String, Object>> some = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            some.add(contact("c" + i, "phone", "callback", day + "T07:00:00Z", "contact", caller(i)));
        }
        broker.send(
                "contacts",
                unit(61),
                "contacts",
                Ingest.contacts(
                        Registers.version(),
                        unit(61),
                        new Ingest.Slice("p", "line-61", day, revision, List.of(unit(61)), some)));
    }

    @Test
    void aSealedDayLosesItsContactsKeepsItsResultsAndIsNeverEvaluatedAgain() {
        put(register(61));
        send(SEALED, 1, 2);
        await().atMost(SOON).until(() -> broker.evaluated("line-61", SEALED) == 1);
        send(SEALED, 2, 3);
        send(OPEN, 1, 3);
        await().atMost(SOON).until(() -> broker.evaluated("line-61", SEALED) == 2);
        await().atMost(SOON).until(() -> broker.evaluated("line-61", OPEN) == 1);
        String stands = RulesParts.one(
                "select hash || revision from result_head where unit = '" + unit(61) + "' and day = '" + SEALED + "'");

        RulesParts.execute("update seal set days_before = '2008-06-01'");

        await().atMost(SOON).until(() -> bodies(SEALED).equals("0 of 2"));
        assertThat(bodies(OPEN)).isEqualTo("1 of 1");

        // Whatever comes: a late slice, a line that moves, other rules, a replay.
        send(SEALED, 3, 1);
        await().atMost(SOON).until(() -> broker.evaluated("line-61", SEALED) == 3);
        put(register(62));
        await().atMost(SOON).until(() -> RulesParts.one(
                        "select string_agg(root, ',') from touch join slice_head h on h.id = slice_id"
                                + " where h.line = 'line-61' and h.day = '" + OPEN + "'")
                .equals(unit(62)));
        RulesParts.execute("insert into dirty (root, day) values ('" + unit(61) + "', '" + SEALED + "')");
        send(SEALED, 3, 1);
        await().atMost(SOON).until(() -> RulesParts.one(
                        "select count(*) from dirty where day in ('" + SEALED + "', '" + OPEN + "')")
                .equals("0"));

        assertThat(RulesParts.one("select hash || revision from result_head where unit = '" + unit(61) + "' and day = '"
                        + SEALED + "'"))
                .isEqualTo(stands);
        assertThat(bodies(SEALED)).isEqualTo("0 of 3");
        ask("/rules/v1/units/" + unit(61) + "/days/" + SEALED)
                .statusCode(410)
                .body("detail", containsString("Their results stand: ask for /rules/v1/results"))
                .body("sealedBefore", equalTo("2008-06-01"));
        ask("/rules/v1/units/" + unit(61) + "/months/2008-05").statusCode(410).body("sealed", equalTo(true));
        ask("/rules/v1/results?unit=" + unit(61) + "&from=" + SEALED + "&to=" + SEALED)
                .statusCode(200)
                .body("items[0].misses", equalTo(3));
    }

    @Test
    void theSealFollowsTheRetentionAndNeverGoesBack() {
        await().atMost(SOON).until(() -> !LocalDate.parse(RulesParts.one("select days_before from seal"))
                .isBefore(LocalDate.now().minusYears(40).minusDays(1)));
        String before = RulesParts.one("select days_before from seal");
        await().pollDelay(Duration.ofSeconds(2)).atMost(SOON).until(() -> !LocalDate.parse(
                        RulesParts.one("select days_before from seal"))
                .isBefore(LocalDate.parse(before)));
    }

    @Test
    void messagesThatWaitInVainAreDroppedAfterTheirTimeWithTheirWholeGroup() {
        RulesParts.execute(
                "insert into waiting_part (group_id, part, parts, register_version, body, received_at) values"
                        + " ('old', 1, 3, 1, '', now() - interval '5 months'), ('old', 2, 3, 1, '', now() - interval '4 months'),"
                        + " ('half-old', 1, 3, 1, '', now() - interval '5 months'), ('half-old', 2, 3, 1, '', now())");

        await().atMost(SOON).until(() -> RulesParts.one("select count(*) from waiting_part where group_id = 'old'")
                .equals("0"));
        assertThat(RulesParts.one("select count(*) from waiting_part where group_id = 'half-old'"))
                .isEqualTo("2");
        RulesParts.execute("delete from waiting_part where group_id = 'half-old'");
    }

    @Test
    void theServiceMayDropABodyAndNotChangeIt() throws SQLException {
        put(register(61));
        send("2010-03-03", 1, 1);
        await().atMost(SOON).until(() -> broker.evaluated("line-61", "2010-03-03") == 1);
        var postgres = RulesParts.parts().postgres();
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("rules"),
                        postgres.app("rules").user(),
                        postgres.app("rules").password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update slice set body = 'other'"))
                    .hasMessageContaining("it can only be dropped");
            assertThatThrownBy(() -> statement.execute("update slice set contacts = 0"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** How many revisions of the day's slice still have their contacts. */
    private static String bodies(String day) {
        return RulesParts.one(
                "select count(body) || ' of ' || count(*) from slice s join slice_head h on h.id = s.slice_id"
                        + " where h.line = 'line-61' and h.day = '" + day + "'");
    }

    private static ValidatableResponse ask(String path) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token("coordinator-23"))
                .get(path)
                .then();
    }
}
