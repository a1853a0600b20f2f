package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static se.nollan.ingest.submission.Region.call;
import static se.nollan.ingest.submission.Region.execute;
import static se.nollan.ingest.submission.Region.id;
import static se.nollan.ingest.submission.Region.query;
import static se.nollan.ingest.submission.Region.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/**
 * What is past its time goes, and what was said of it stands. The service keeps contacts for forty years here, so what is to be dropped
 * is made that old in the database.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class RetentionIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LONG_AGO = "1981-02-03";

    @RegisterExtension
    static final Region region = new Region();

    @Test
    void contactsOfOldDaysGoInEveryRevisionAndHashesAndCountsStand() {
        send("old", call("a", 8));
        var id = id(send("old", call("a", 9), call("b", 10)));
        var kept = id(send("not-so-old", call("a", 8)));
        await().atMost(SOON)
                .until(() -> Region.messages("contacts", id).size() == 1
                        && Region.messages("contacts", kept).size() == 1);
        var said = query(revisions("old"));

        age("old");

        await().atMost(SOON)
                .until(() -> query("select content from slice_revision r " + of("old") + " and content is not null")
                        .isEmpty());
        assertThat(query(revisions("old"))).isEqualTo(said).hasSize(2);
        assertThat(query("select r.hash from slice_head r " + of("old"))).hasSize(1);
        assertThat(query("select r.id from contact r " + of("old"))).isEmpty();
        assertThat(query("select r.id from contact r " + of("not-so-old"))).hasSize(1);
        assertThat(query("select content from slice_revision r " + of("not-so-old")))
                .doesNotContainNull();

        Region.as("operator")
                .contentType("application/json")
                .body(Map.of("from", LONG_AGO, "to", LONG_AGO))
                .post("/ingest/v1/replays")
                .then()
                .statusCode(202)
                .body("messages", equalTo(0));
        Region.withdraw(id).then().statusCode(409).body("detail", startsWith("The submission covers days before "));
        Region.get(id).then().body("state", equalTo("accepted"));
    }

    @Test
    void theServiceMayDropAContentAndNotChangeIt() throws SQLException {
        send("unchangeable", call("a", 8));
        var app = IngestParts.parts().postgres().app("ingest");
        try (var connection = DriverManager.getConnection(
                        IngestParts.parts().postgres().jdbcUrl("ingest"), app.user(), app.password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update slice_revision set content = 'other'"))
                    .hasMessageContaining("it can only be dropped");
            assertThatThrownBy(() -> statement.execute("update slice_revision set hash = 'other'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("delete from slice_revision"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void anOldReportLosesItsRowsAndKeepsItsCounts() {
        var id = id(send("reported", call("a", 8), call("a", 8), call("b", 9)));
        Region.get(id).then().body("report.warnings", hasSize(1)).body("report.rowsDropped", equalTo(false));

        execute("update submission set received_at = received_at - interval '26 months' where id = '" + id + "'");

        await().atMost(SOON).until(() -> Region.get(id).path("report.rowsDropped"), Boolean.TRUE::equals);
        Region.get(id)
                .then()
                .body("report.warnings", hasSize(0))
                .body("report.warningCounts[0].count", equalTo(1))
                .body("counts.read", equalTo(3));
    }

    @Test
    void aMessageThatCanNeverBeSentIsKeptForItsTime() {
        execute("insert into outbox (topic, key, type, reference, bytes, parked_at, reason) values"
                + " ('contacts', 'kept', 'contacts', '-', 0, now() - interval '2 months', 'test'),"
                + " ('contacts', 'gone', 'contacts', '-', 0, now() - interval '4 months', 'test')");

        await().atMost(SOON).until(() -> query("select key from outbox where reason = 'test'")
                .equals(List.of("kept")));
    }

    @Test
    void theKeysOfAMonthThatCanNoLongerBeCorrectedAreDestroyedWithinTheHour() throws IOException {
        execute("insert into month_key (month, created_at) values ('1979-03-01', now())");
        execute("insert into day_key values ('99', '1979-03-31', 'wrapped'), ('99', '2019-03-31', 'wrapped')");
        Path ended = IngestParts.keys().resolve("1979-03.key");
        Files.createDirectories(IngestParts.keys());
        Files.writeString(ended, "an old key");

        await().atMost(SOON).until(() -> query("select region from day_key where day = '1979-03-31'")
                .isEmpty());
        assertThat(ended).doesNotExist();
        assertThat(query("select month from month_key where month = '1979-03-01' and destroyed_at is not null"))
                .hasSize(1);
        assertThat(query("select day from day_key where region = '99'")).containsExactly("2019-03-31");
    }

    private static String of(String system) {
        return "join source s on s.id = r.source where s.system = '" + system + "'";
    }

    private static String revisions(String system) {
        return "select r.line || r.revision || r.hash || r.count from slice_revision r " + of(system) + " order by 1";
    }

    /** As if all that a system ever sent were of a day long ago. The revisions come last: they are what is looked for. */
    private static void age(String system) {
        var source = "(select id from source where system = '" + system + "')";
        for (var table : List.of("contact", "submission_slice", "slice_head", "slice_revision")) {
            execute("update " + table + " set day = '" + LONG_AGO + "' where source = " + source);
        }
        execute("update submission set period_from = '" + LONG_AGO + "', period_to = '" + LONG_AGO + "' where source = "
                + source);
    }
}
