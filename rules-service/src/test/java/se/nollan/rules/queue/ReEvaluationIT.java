package se.nollan.rules.queue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static se.nollan.rules.Ingest.caller;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.specification.RequestSpecification;
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
import se.nollan.rules.Schemas;

/** What an operator has evaluated again gives the same results, and does not stand in the way of what comes in. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class ReEvaluationIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int UNITS = 3;
    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final LocalDate LAST = FIRST.plusDays(4);
    private static final String ALL_RESULTS = "select string_agg(concat_ws(' ', r.unit, r.day, r.channel, r.revision,"
            + " r.hash, r.body, r.evaluated_at, h.revision, h.hash, h.rule_set), e'\\n' order by r.unit, r.day, r.channel, r.revision)"
            + " from result r join result_head h using (unit, day, channel) where r.day between '" + FIRST + "' and '"
            + LAST + "'";

    private static Broker broker;

    @BeforeAll
    static void threeUnitsAndAWeek() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        Ingest.Register register = Registers.next().provider("p");
        for (int number = 71; number < 71 + UNITS; number++) {
            register.unit(unit(number), "23", "p", "vardcentral", null)
                    .line("line-" + number, unit(number), "main", true);
        }
        broker.send("register", "register", "register", register.json());
        for (int number = 71; number < 71 + UNITS; number++) {
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                send(number, day, number - 60);
            }
        }
        for (int number = 71; number < 71 + UNITS; number++) {
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                String line = "line-" + number;
                String date = day.toString();
                await().atMost(SOON).until(() -> broker.evaluated(line, date) == 1);
            }
        }
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    private static void send(int number, LocalDate day, int contacts) {
        List<Map<String, Object>> some = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            some.add(contact("c" + i, "phone", "callback", day + "T07:00:00Z", "contact", caller(i)));
        }
        broker.send(
                "contacts",
                unit(number),
                "contacts",
                Ingest.contacts(
                        Registers.version(),
                        unit(number),
                        new Ingest.Slice("p", "line-" + number, day.toString(), 1, List.of(unit(number)), some)));
    }

    @Test
    void theWholePeriodEvaluatedAnewIsTheSameByteForByteAndOnlyThatItIsEvaluatedIsToldAgain() {
        String before = RulesParts.one(ALL_RESULTS);
        long results = told("results");
        long progress = told("progress");

        int id = begin(FIRST, LAST);
        awaitFinished(id);

        assertThat(RulesParts.one(ALL_RESULTS)).isEqualTo(before).contains(unit(71), unit(73));
        assertThat(told("results")).isEqualTo(results);
        await().atMost(SOON).until(() -> told("progress") == progress + UNITS * 5);
        operator()
                .get("/rules/v1/re-evaluations/" + id)
                .then()
                .body("unitDays", equalTo(UNITS * 5))
                .body("evaluated", equalTo(UNITS * 5))
                .body("waiting", equalTo(0))
                .body("askedBy", equalTo("operator"));
        operator().get("/rules/v1/re-evaluations").then().body("items.id", hasItem(id));
    }

    @Test
    void whatStandsWrongIsFoundAndSentAsANewRevisionAndNothingElse() {
        // As if an older version had made a figure that the rules do not make.
        String key = "where unit = '" + unit(72) + "' and day = '" + FIRST + "' and channel = 'phone'";
        RulesParts.execute("update result_head set hash = 'wrong' " + key);
        long results = told("results");

        awaitFinished(begin(FIRST, LAST));

        await().atMost(SOON).until(() -> told("results") == results + 1);
        assertThat(RulesParts.one("select revision from result_head " + key)).isEqualTo("2");
        assertThat(RulesParts.one("select count(distinct hash) from result " + key))
                .isEqualTo("1");
    }

    @Test
    void whatComesInIsNotHeldUpByWhatIsEvaluatedAgain() {
        RulesParts.execute(
                "insert into dirty (root, day, background, since) select 'x' || n, '2026-02-02', true, now() - interval '1 day'"
                        + " from generate_series(1, 40000) n");
        LocalDate day = LAST.plusDays(7);

        send(71, day, 1);

        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> RulesParts.one(
                        "select count(*) from result where unit = '" + unit(71) + "' and day = '" + day + "'")
                .equals("1"));
        assertThat(Integer.parseInt(RulesParts.one("select count(*) from dirty where background")))
                .isPositive();
        RulesParts.execute("delete from dirty where root like 'x%'");
    }

    @Test
    void whatIsMarkedBecauseSomethingCameIsBroughtForward() {
        LocalDate day = LAST.plusDays(14);
        RulesParts.execute("insert into dirty (root, day, background, parked_at, reason) values ('" + unit(73) + "', '"
                + day + "', true, now(), 'a test')");

        send(73, day, 1);

        await().atMost(SOON).until(() -> broker.evaluated("line-73", day.toString()) == 1);
    }

    @Test
    void aPeriodMustBeOne() {
        for (String body : List.of("{}", "{\"from\":\"2026-10-02\",\"to\":\"2026-10-01\"}", "")) {
            operator()
                    .contentType("application/json")
                    .body(body)
                    .post("/rules/v1/re-evaluations")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        operator().get("/rules/v1/re-evaluations/999999").then().statusCode(404);
    }

    @Test
    void whatIsSentOnceMoreAsItWasIsToldAgainAndChangesNothing() {
        String before = RulesParts.one(ALL_RESULTS);
        long results = told("results");
        long progress = told("progress");

        send(72, FIRST, 12);

        await().atMost(SOON).until(() -> told("progress") == progress + 1);
        assertThat(RulesParts.one(ALL_RESULTS)).isEqualTo(before);
        assertThat(told("results")).isEqualTo(results);
    }

    @Test
    void itIsToldThatAPeriodIsEvaluatedAgainAndThatItIsNoMore() {
        int before = broker.reEvaluations().size();

        awaitFinished(begin(FIRST, LAST));

        await().atMost(SOON)
                .until(() -> broker.reEvaluations().size() > before && !broker.isEvaluatedAgain(FIRST.toString()));
        broker.reEvaluations().forEach(message -> Schemas.check("reevaluation", message));
        assertThat(Broker.json(broker.reEvaluations().get(broker.reEvaluations().size() - 1))
                        .get("registerVersion")
                        .asLong())
                .isEqualTo(Registers.version());
    }

    /** Messages about the days of the period. */
    private static long told(String topic) {
        return (topic.equals("progress") ? broker.progress() : broker.messages(topic))
                .stream()
                        .map(Broker::json)
                        .map(message -> LocalDate.parse(message.get("date").asText()))
                        .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST))
                        .count();
    }

    private static int begin(LocalDate from, LocalDate to) {
        return operator()
                .contentType("application/json")
                .body(Map.of("from", from.toString(), "to", to.toString()))
                .post("/rules/v1/re-evaluations")
                .then()
                .statusCode(202)
                .header("Location", matchesPattern("http://[^/]+/rules/v1/re-evaluations/\\d+"))
                .extract()
                .path("id");
    }

    private static void awaitFinished(int id) {
        await().atMost(SOON)
                .until(() -> operator().get("/rules/v1/re-evaluations/" + id).path("finishedAt") != null);
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(RulesParts.parts().keycloak().token("operator"));
    }
}
