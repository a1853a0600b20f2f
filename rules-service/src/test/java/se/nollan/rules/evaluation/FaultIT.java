package se.nollan.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.local.parts.LocalParts;
import se.nollan.rules.Broker;
import se.nollan.rules.Ingest;
import se.nollan.rules.Replica;
import se.nollan.rules.RulesParts;

/** The service killed at the worst moments, doubled, and told everything again: the results are the same. */
class FaultIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BRANCHES = 3;
    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);

    private static LocalParts parts;
    private static Broker broker;
    private static Map<String, String> settings;

    private final List<Replica> running = new ArrayList<>();

    @BeforeAll
    static void start() {
        parts = LocalParts.start(
                LocalParts.plan().postgres("rules").kafka(RulesParts.deploy().resolve("contracts/asyncapi.yaml")));
        broker = new Broker(parts.kafka().bootstrap());
        settings = RulesParts.settings(parts);
        Ingest.Register register = new Ingest.Register(1).provider("p");
        for (int number = 1; number <= 20; number++) {
            register.unit(unit(number), "23", "p", "vardcentral", null)
                    .line("line-" + number, unit(number), "main", true);
        }
        for (int branch = 1; branch <= BRANCHES; branch++) {
            register.unit(unit(100 + branch), "23", "p", "vardcentral", unit(20))
                    .line("branch-" + branch, unit(100 + branch), "main", true);
        }
        broker.send("register", "register", "register", register.json());
    }

    @AfterAll
    static void stop() {
        broker.close();
        parts.close();
    }

    @AfterEach
    void stopServices() {
        running.forEach(Replica::close);
    }

    private Replica service() {
        Replica replica = Replica.start(settings);
        running.add(replica);
        return replica;
    }

    private static void sendHit(int number, long revision, int contacts) {
        sendHits("line-" + number, unit(number), "2026-10-05", revision, contacts);
    }

    /** Every contact is of a caller of its own, and called back: as many hits as contacts. */
    private static void sendHits(String line, String unit, String date, long revision, int contacts) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            list.add(contact(
                    line + "-" + date + "-" + i,
                    "phone",
                    "callback",
                    date + "T07:00:00Z",
                    "answeredAt",
                    date + "T08:00:00Z"));
        }
        broker.sendSoon(
                "contacts",
                unit,
                "contacts",
                Ingest.contacts(1, unit, new Ingest.Slice("p", line, date, revision, List.of(unit), list)));
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = parts.postgres().connect("rules");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The revisions of a result that were ever sent, and how often. */
    private static Map<Long, Long> sent(String key) {
        Map<Long, Long> revisions = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> message : broker.messages("results")) {
            if (message.key().equals(key)) {
                revisions.merge(Broker.json(message).get("revision").asLong(), 1L, Long::sum);
            }
        }
        return revisions;
    }

    private static List<ConsumerRecord<String, byte[]>> sentOf(String day) {
        return broker.messages("results").stream()
                .filter(message -> message.key().contains(day))
                .toList();
    }

    @Test
    @DisplayName("A message that the broker will never take is put aside with its progress, and holds up no other")
    void aMessageThatIsTooLargeHoldsUpNoOther() throws SQLException {
        service();
        await().atMost(SOON).until(() -> count("select count(*) from register_version") == 1);
        try (Connection database = parts.postgres().connect("rules")) {
            database.createStatement().execute("""
                    insert into outbox (topic, key, type, body) values
                      ('results', 'too-large/2026-10-05/phone', 'result', repeat('x', 9000000)),
                      ('progress', 'too-large', 'progress', '{}')
                    """);

            sendHit(17, 1, 3);

            await().atMost(SOON).until(() -> broker.evaluated("line-17", "2026-10-05") == 1);
            assertThat(sent(unit(17) + "/2026-10-05/phone")).containsKey(1L);
            assertThat(
                            count(
                                    "select count(*) from outbox where parked_at is not null and reason = 'too large for the broker'"))
                    .isEqualTo(1);
            assertThat(count("select count(*) from outbox where key = 'too-large'"))
                    .as("its progress waits")
                    .isEqualTo(1);
            database.createStatement().execute("delete from outbox where key like 'too-large%'");
        }
    }

    @Test
    void killedAfterASliceIsStoredAndBeforeItIsEvaluated() throws SQLException {
        Replica first = service();
        await().atMost(SOON).until(() -> count("select count(*) from register_version") == 1);
        try (Connection freeze = parts.postgres().connect("rules")) {
            freeze.setAutoCommit(false);
            freeze.createStatement().execute("lock table result_head in access exclusive mode");
            sendHit(1, 1, 3);
            await().atMost(SOON).until(() -> count("select count(*) from dirty where root = '" + unit(1) + "'") == 1);
            first.kill();
            freeze.rollback();
        }
        assertThat(sent(unit(1) + "/2026-10-05/phone")).isEmpty();

        service();

        await().atMost(SOON).until(() -> broker.evaluated("line-1", "2026-10-05") == 1);
        assertThat(broker.results()
                        .get(unit(1) + "/2026-10-05/phone")
                        .get("hits")
                        .asLong())
                .isEqualTo(3);
        assertThat(sent(unit(1) + "/2026-10-05/phone")).containsOnlyKeys(1L);
        assertThat(count("select count(*) from dirty")).isZero();
    }

    @Test
    void killedAfterAResultIsCommittedAndBeforeItIsSent() throws SQLException {
        Replica first = service();
        sendHit(2, 1, 2);
        await().atMost(SOON).until(() -> broker.evaluated("line-2", "2026-10-05") == 1);
        try (Connection freeze = parts.postgres().connect("rules")) {
            freeze.setAutoCommit(false);
            freeze.createStatement().execute("lock table lease in access exclusive mode");
            sendHit(2, 2, 5);
            await().atMost(SOON).until(() -> count("select count(*) from outbox") > 0);
            first.kill();
            freeze.rollback();
        }
        assertThat(sent(unit(2) + "/2026-10-05/phone")).containsOnlyKeys(1L);

        service();

        await().atMost(SOON).until(() -> broker.evaluated("line-2", "2026-10-05") == 2);
        assertThat(broker.results()
                        .get(unit(2) + "/2026-10-05/phone")
                        .get("hits")
                        .asLong())
                .isEqualTo(5);
        assertThat(sent(unit(2) + "/2026-10-05/phone")).containsOnlyKeys(1L, 2L);
        assertThat(count("select count(*) from outbox")).isZero();
    }

    @Test
    void everythingToldAgainAndInAnotherOrderChangesNothing() throws SQLException {
        service();
        for (int number = 3; number <= 8; number++) {
            for (int revision = 1; revision <= 3; revision++) {
                sendHit(number, revision, revision * 2);
            }
        }
        for (int number = 3; number <= 8; number++) {
            int each = number;
            await().atMost(SOON).until(() -> broker.evaluated("line-" + each, "2026-10-05") == 3);
        }
        await().atMost(SOON).until(() -> count("select count(*) from outbox") == 0);
        long revisions = count("select count(*) from result where day = '2026-10-05'");
        long slices = count("select count(*) from slice");
        int results = sentOf("2026-10-05").size();

        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(broker.messages("contacts"));
        all.addAll(all);
        Collections.shuffle(all, new Random(5));
        broker.messages("register").forEach(broker::sendAgain);
        all.forEach(broker::sendAgain);
        broker.flush();
        // What comes last is evaluated last: then all before it has been looked at.
        for (int number = 3; number <= 20; number++) {
            sendHit(number, 9, 1);
        }
        for (int number = 3; number <= 20; number++) {
            int each = number;
            await().atMost(SOON).until(() -> broker.evaluated("line-" + each, "2026-10-05") == 9);
        }
        assertThat(count("select count(*) from result where day = '2026-10-05'"))
                .isEqualTo(revisions + 18);
        assertThat(count("select count(*) from slice")).isEqualTo(slices + 18);
        assertThat(sentOf("2026-10-05")).hasSize(results + 18);
    }

    @Test
    void twoReplicasThatTakeInAndEvaluateOneFamilyAtOnceLoseNothing() throws SQLException {
        Replica one = Replica.launch(settings);
        running.add(one);
        Replica other = Replica.launch(settings);
        running.add(other);
        one.awaitReady();
        other.awaitReady();
        int days = 10;
        int last = 12;
        for (int revision = 1; revision <= last; revision++) {
            for (int day = 0; day < days; day++) {
                String date = FIRST.plusDays(day).toString();
                sendHits("line-20", unit(20), date, revision, revision);
                for (int branch = 1; branch <= BRANCHES; branch++) {
                    sendHits("branch-" + branch, unit(100 + branch), date, revision, revision);
                }
            }
        }
        broker.flush();

        for (int day = 0; day < days; day++) {
            String date = FIRST.plusDays(day).toString();
            await().atMost(SOON).until(() -> broker.evaluated("line-20", date) == last);
            for (int branch = 1; branch <= BRANCHES; branch++) {
                String line = "branch-" + branch;
                await().atMost(SOON).until(() -> broker.evaluated(line, date) == last);
            }
        }
        Map<String, JsonNode> results = broker.results();
        for (int day = 0; day < days; day++) {
            LocalDate date = FIRST.plusDays(day);
            JsonNode result = results.get(unit(20) + "/" + date + "/phone");
            assertThat(result.get("contactsIn").asLong()).isEqualTo(last * (BRANCHES + 1L));
            assertThat(result.get("slices")).hasSize(BRANCHES + 1);
            result.get("slices")
                    .forEach(slice -> assertThat(slice.get("revision").asLong()).isEqualTo(last));
        }
        assertThat(count("select count(*) from dirty")).isZero();
    }
}
