package se.nollan.ingest.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.IngestParts;
import se.nollan.local.parts.Message;

/** What becomes of rows of the outbox, with the real broker. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class RelayIT {

    private static void sql(String statement) {
        try (Connection connection = IngestParts.parts().postgres().connect("ingest");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(String where) {
        try (Connection connection = IngestParts.parts().postgres().connect("ingest");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from outbox where " + where)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Rows as they are written by a submission; the bodies number them within their key. */
    private static void write(String mark, int keys, int each, String topic) {
        sql("""
                insert into outbox (topic, key, type, body, bytes)
                select '%s', '%s-' || k, 'test', json_build_object('n', n, 'pad', repeat('x', 500)), 520
                from generate_series(1, %d) n, generate_series(1, %d) k order by n, k
                """.formatted(topic, mark, each, keys));
    }

    private static void drained(String mark) {
        await().atMost(Duration.ofSeconds(60)).until(() -> count("key like '" + mark + "-%'") == 0);
    }

    private static Map<String, List<String>> sent(String topic, String mark) {
        return IngestParts.parts().kafka().read(topic).stream()
                .filter(it -> it.key().startsWith(mark + "-"))
                .collect(Collectors.groupingBy(Message::key, Collectors.mapping(RelayIT::number, Collectors.toList())));
    }

    private static String number(Message message) {
        return message.text().replaceAll("\\D+(\\d+).*", "$1");
    }

    private static List<String> numbers(int upTo) {
        return IntStream.rangeClosed(1, upTo).mapToObj(String::valueOf).toList();
    }

    @Test
    void thousandsOfMessagesArriveInTheOrderOfTheirKeysAndLeaveTheOutboxEmpty() {
        write("many", 100, 100, "contacts");
        Instant begun = Instant.now();
        drained("many");
        System.out.println("relayed 10 000 messages in "
                + Duration.between(begun, Instant.now()).toMillis() + " ms");
        Map<String, List<String>> sent = sent("contacts", "many");
        assertThat(sent).hasSize(100).allSatisfy((key, numbers) -> assertThat(numbers)
                .isEqualTo(numbers(100)));
    }

    @Test
    void aMessageThatTheBrokerWillNeverTakeIsParkedAndHoldsNothingUp() {
        sql("""
                insert into outbox (topic, key, type, body, bytes)
                values ('contacts', 'large-1', 'test', '"' || repeat('x', 9000000) || '"', 9000002)
                """);
        write("large", 3, 2, "contacts");
        await().atMost(Duration.ofSeconds(60)).until(() -> count("key like 'large-%' and parked_at is null") == 0);
        assertThat(count("key = 'large-1' and reason = 'too large for the broker'"))
                .isEqualTo(1);
        assertThat(sent("contacts", "large")).hasSize(3);
        sql("delete from outbox where key like 'large-%'");
    }

    @Test
    @DisplayName("A topic that the broker does not have, or could never have, holds up no other")
    void aTopicThatTheBrokerDoesNotTakeHoldsUpNoOther() {
        sql("insert into outbox (topic, key, type, body, bytes) values ('no-such-topic', 'absent-0', 'test', '{}', 10),"
                + " ('no such topic', 'absent-1', 'test', '{}', 10)");
        write("absent", 3, 2, "contacts");
        await().atMost(Duration.ofSeconds(60)).until(() -> count("key like 'absent-%' and parked_at is null") == 1);
        assertThat(count("key = 'absent-1' and reason = 'the broker refuses it: InvalidTopicException'"))
                .isEqualTo(1);
        assertThat(sent("contacts", "absent")).hasSize(3);
        sql("delete from outbox where key like 'absent-%'");
    }

    @Test
    void aReferenceThatNobodyCanRenderIsParkedAndHoldsNothingUp() {
        sql("insert into outbox (topic, key, type, reference, bytes) values ('contacts', 'odd-0', 'nothing', 'x', 10)");
        write("odd", 5, 2, "contacts");
        await().atMost(Duration.ofSeconds(60)).until(() -> count("key like 'odd-%' and parked_at is null") == 0);
        assertThat(count("key = 'odd-0' and reason = 'cannot be rendered'")).isEqualTo(1);
        assertThat(sent("contacts", "odd")).hasSize(5).allSatisfy((key, numbers) -> assertThat(numbers)
                .isEqualTo(numbers(2)));
        sql("delete from outbox where key like 'odd-%'");
    }

    @Test
    void whileAnotherReplicaHoldsTheLeaseThisOneWaits() throws InterruptedException {
        await().atMost(Duration.ofSeconds(30)).until(() -> count("true") == 0);
        sql(
                "insert into lease values ('relay', 'another replica', now() + interval '6 seconds')"
                        + " on conflict (name) do update set holder = 'another replica', held_until = now() + interval '6 seconds'");
        write("lease", 1, 3, "contacts");
        Thread.sleep(3_000);
        assertThat(count("key like 'lease-%'")).isEqualTo(3);
        drained("lease");
        assertThat(sent("contacts", "lease")).containsEntry("lease-1", numbers(3));
    }

    @Test
    void theOperatorSeesHowMuchWaits() {
        String metrics = given().get(IngestParts.management() + "/q/metrics").asString();
        assertThat(metrics)
                .contains("nollan_outbox_waiting")
                .contains("nollan_outbox_oldest_seconds")
                .contains("nollan_outbox_parked");
    }
}
