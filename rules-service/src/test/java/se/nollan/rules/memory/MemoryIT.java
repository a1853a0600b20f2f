package se.nollan.rules.memory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static se.nollan.rules.Ingest.caller;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.rules.Broker;
import se.nollan.rules.Ingest;
import se.nollan.rules.Registers;
import se.nollan.rules.Replica;
import se.nollan.rules.RulesParts;

/** The largest questions that are allowed, all at once, of a service with the heap that its pod has. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class MemoryIT {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int UNIT = 95;
    private static final String LINE = "line-95";
    private static final String OTHER_LINE = "other-95";
    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    private static final int DAYS = 30;
    private static final int A_DAY = 5_000;
    private static final int AT_ONCE = 6;
    private static final int IN_A_PART = 4_000;
    private static final String MONTH = "/rules/v1/units/" + unit(UNIT) + "/months/2026-06";

    private static Broker broker;
    private static Replica replica;

    @BeforeAll
    static void aMonthAsLargeAsOneAnswerIsMadeOf() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        broker.send(
                "register",
                "register",
                "register",
                Registers.next()
                        .provider("p")
                        .unit(unit(UNIT), "23", "p", "vardcentral", null)
                        .line(LINE, unit(UNIT), "main", true)
                        .line(OTHER_LINE, unit(UNIT), "main", true)
                        .json());
        Map<String, String> settings = new HashMap<>(RulesParts.settings(RulesParts.parts()));
        settings.put("NOLLAN_OIDC_URL", RulesParts.parts().keycloak().realmUrl());
        replica = Replica.withHeap("320m", settings);
        for (int day = 0; day < DAYS; day++) {
            send(LINE, FIRST.plusDays(day).toString(), A_DAY);
        }
        for (int day = 0; day < DAYS; day++) {
            String date = FIRST.plusDays(day).toString();
            await().atMost(LONG).until(() -> broker.evaluated(LINE, date) == 1);
        }
    }

    @AfterAll
    static void stop() {
        replica.close();
        broker.close();
    }

    private static void send(String line, String date, int contacts) {
        List<Map<String, Object>> some = new ArrayList<>(contacts);
        for (int i = 0; i < contacts; i++) {
            some.add(contact(
                    line + "-" + date + "-" + i,
                    "phone",
                    "callback",
                    date + "T07:%02d:%02dZ".formatted(i / 60 % 60, i % 60),
                    "contact",
                    caller(i % 3_000),
                    "answeredAt",
                    date + "T08:00:00Z"));
        }
        Ingest.parts(
                        Registers.version(),
                        unit(UNIT),
                        IN_A_PART,
                        new Ingest.Slice("p", line, date, 1, List.of(unit(UNIT)), some))
                .forEach(part -> broker.sendSoon("contacts", unit(UNIT), "contacts", part));
        broker.flush();
    }

    private static RequestSpecification ask() {
        return given().port(replica.port())
                .auth()
                .oauth2(RulesParts.parts().keycloak().token("auditor-23"));
    }

    private static RequestSpecification asJson(String body) {
        return ask().contentType("application/json").body(body);
    }

    @Test
    @DisplayName("The largest questions, all at once, are answered or asked to come again, and never end the service")
    void theLargestQuestionsAtOnce() {
        String evidence = ask().get(MONTH + "/evidence?from=2026-06-01&to=2026-06-05")
                .then()
                .statusCode(200)
                .body("contacts.size()", equalTo(5 * A_DAY))
                .extract()
                .asString();
        String ruleSets = String.join(",", Collections.nCopies(24, "{\"requiredAttempts\":2}"));
        String whatIf = "{\"units\":[\"%s\"],\"from\":\"2026-06\",\"ruleSets\":[%s]}".formatted(unit(UNIT), ruleSets);
        List<Supplier<Integer>> questions = List.of(
                () -> ask().get(MONTH).statusCode(),
                () -> ask().get(MONTH + "/evidence?from=2026-06-06&to=2026-06-10")
                        .statusCode(),
                () -> asJson(evidence).post("/rules/v1/evaluations").statusCode(),
                () -> asJson(whatIf).post("/rules/v1/what-ifs").statusCode());

        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE * questions.size());
        List<CompletableFuture<Integer>> asked = Stream.generate(() -> questions)
                .limit(AT_ONCE)
                .flatMap(List::stream)
                .map(question -> CompletableFuture.supplyAsync(question, askers))
                .toList();

        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isIn(200, 503));
        askers.shutdown();
        for (Supplier<Integer> question : questions) {
            assertThat(question.get()).isEqualTo(200);
        }
        assertThat(replica.isAlive()).isTrue();

        ask().get(MONTH + "/evidence?from=2026-06-01&to=2026-06-06").then().statusCode(422);
        send(OTHER_LINE, "2026-06-30", 1);
        await().atMost(LONG).until(() -> broker.evaluated(OTHER_LINE, "2026-06-30") == 1);
        ask().get(MONTH).then().statusCode(422).body("detail", containsString("150001 contacts"));
        assertThat(replica.isAlive()).isTrue();
    }
}
