package se.nollan.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.nollan.rules.Broker;
import se.nollan.rules.Ingest;
import se.nollan.rules.Registers;
import se.nollan.rules.Replica;
import se.nollan.rules.RulesParts;

/** Other rules come into force while a replica that has the old ones is alive, as in every rolling deploy. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class RuleChangeIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int UNIT = 87;
    private static final String LINE = "line-87";
    private static Broker broker;

    @BeforeAll
    static void aUnit() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        broker.send(
                "register",
                "register",
                "register",
                Registers.next()
                        .provider("p")
                        .unit(unit(UNIT), "23", "p", "vardcentral", null)
                        .line(LINE, unit(UNIT), "main", true)
                        .json());
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    private static void sendVideoCall(String day, long revision) {
        broker.send(
                "contacts",
                unit(UNIT),
                "contacts",
                Ingest.contacts(
                        Registers.version(),
                        unit(UNIT),
                        Ingest.Slice.of(
                                "p",
                                LINE,
                                day,
                                revision,
                                unit(UNIT),
                                contact(
                                        "a" + revision,
                                        "phone",
                                        "video",
                                        day + "T07:00:00Z",
                                        "answeredAt",
                                        day + "T08:00:00Z"))));
    }

    private static void awaitEvaluated(String day, long revision) {
        await().atMost(SOON).until(() -> broker.evaluated(LINE, day) == revision);
    }

    private static JsonNode result(String day) {
        return broker.results().get(unit(UNIT) + "/" + day + "/phone");
    }

    private static String edition(String day) {
        return result(day).at("/ruleSet/edition").asText();
    }

    private static Replica newer(String setting, String value) {
        Map<String, String> settings = new HashMap<>(RulesParts.settings(RulesParts.parts()));
        settings.put(setting, value);
        return Replica.start(settings);
    }

    @Test
    void onlyTheReplicaWithTheNewestRulesEvaluatesAndWhatTheOthersMadeIsMadeAgain() {
        for (int day = 3; day <= 7; day++) {
            sendVideoCall("2026-08-0" + day, 1);
        }
        for (int day = 3; day <= 7; day++) {
            awaitEvaluated("2026-08-0" + day, 1);
        }
        assertThat(result("2026-08-03").at("/byRule/excluded/P-X4").asLong()).isEqualTo(1);

        try (Replica newer = newer("NOLLAN_EDITIONS", "2008-05=2.0,2026-08=1.2")) {
            await().atMost(SOON).until(() -> edition("2026-08-03").equals("1.2"));
            assertThat(result("2026-08-03").get("hits").asLong()).isEqualTo(1);
            for (int revision = 2; revision <= 6; revision++) {
                for (int day = 3; day <= 7; day++) {
                    sendVideoCall("2026-08-0" + day, revision);
                }
            }
            for (int day = 3; day <= 7; day++) {
                awaitEvaluated("2026-08-0" + day, 6);
            }
            assertThat(editionsOfAugust()).containsExactly("1.2");
            assertThat(broker.reEvaluations()).anySatisfy(message -> assertThat(
                            Broker.json(message).at("/atWork/0/reason").asText())
                    .isEqualTo("rules"));
        }

        // It is rolled back: the other is alone again, and makes good what it finds.
        await().atMost(Duration.ofSeconds(90)).until(() -> editionsOfAugust().equals(Set.of("2.0")));
        await().atMost(SOON).until(() -> !broker.isEvaluatedAgain("2026-08-03"));
    }

    private static Set<String> editionsOfAugust() {
        return broker.results().entrySet().stream()
                .filter(result -> result.getKey().startsWith(unit(UNIT) + "/2026-08-0"))
                .map(result -> result.getValue().at("/ruleSet/edition").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void aCorrectedCalendarEvaluatesTheDayThatItChangesAgainAndNoOther() throws IOException {
        String changed = "2026-08-17";
        String other = "2026-08-18";
        sendVideoCall(changed, 1);
        sendVideoCall(other, 1);
        awaitEvaluated(changed, 1);
        awaitEvaluated(other, 1);
        Path calendar = Files.createTempFile("calendar", ".csv");
        Files.writeString(calendar, "date,name,kind,version\n" + changed + ",extra,holiday,region-1\n");

        try (Replica corrected = newer("NOLLAN_CALENDAR", calendar.toString())) {
            await().atMost(SOON).until(() -> result(changed).get("revision").asLong() == 2);
            assertThat(result(changed).at("/byRule/excluded/P-X1").asLong()).isEqualTo(1);
            assertThat(result(changed).at("/ruleSet/calendar").asText()).isEqualTo("region-1");
            assertThat(result(other).get("revision").asLong()).isEqualTo(1);
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> result(changed).get("revision").asLong() == 3);
    }
}
