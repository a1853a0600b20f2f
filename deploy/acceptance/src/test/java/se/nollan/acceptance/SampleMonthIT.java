package se.nollan.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.nollan.acceptance.SharedStack.SampleMonth;
import se.nollan.local.stack.Service;

/** The whole path: what the region and its four private providers send, and what the coordinator signs. */
@ExtendWith(SharedStack.class)
class SampleMonthIT {
    private static final String UNIT = "SE2321000214-E000000001001";

    /** Every run starts from nothing, with other keys and other processes, and gives these figures. */
    @Test
    void theFiguresAreThoseOfEveryRun(SampleMonth month) throws IOException {
        List<String> figures = Figures.of(month.statement()).lines();
        Path ours = Path.of("target/figures-2026-10.csv");
        Files.createDirectories(ours.getParent());
        Files.write(ours, figures);
        assertThat(ours).hasSameTextualContentAs(Path.of("src/test/resources/figures-2026-10.csv"));
    }

    @Test
    void inEveryFigureTheContactsBalance(SampleMonth month) {
        for (JsonNode figure : month.statement().path("figures")) {
            long sum = StreamSupport.stream(
                            List.of("hits", "misses", "excluded", "merged").spliterator(), false)
                    .mapToLong(part -> figure.path(part).asLong())
                    .sum();
            assertThat(figure.path("contactsIn").asLong()).as(figure.toString()).isEqualTo(sum);
        }
    }

    @Test
    void everyAcceptedRowIsInAFigureOrAtAUnitOfAnotherCareLevel(SampleMonth month) {
        long elsewhere = Results.of(month.stack(), YearMonth.of(2026, 10)).stream()
                .filter(result -> result.contains("SE2321000214-E000000001019"))
                .mapToLong(result -> Long.parseLong(result.replaceAll(".*\"contactsIn\":(\\d+).*", "$1")))
                .sum();
        // Of the rows sent, one is there twice and two are in error.
        assertThat(contacts(month) + elsewhere).isEqualTo(month.sample().rows() - 3);
    }

    private static long contacts(SampleMonth month) {
        return List.of("region", "1177").stream()
                .flatMap(level -> StreamSupport.stream(
                                month.statement().path("figures").spliterator(), false)
                        .filter(figure -> figure.path("level").asText().equals(level)))
                .filter(figure -> figure.path("channel").asText().equals("total"))
                .mapToLong(figure -> figure.path("contactsIn").asLong())
                .sum();
    }

    /** Each unit's difference under another reading, added up, is the region's: what moves between units cancels out. */
    @Test
    void theEffectsOfTheUnitsAddUpToTheRegions(SampleMonth month) {
        Map<String, Long> ofUnits = effects(month, "unit");
        Map<String, Long> ofRegion = effects(month, "region");
        ofUnits.values().removeIf(difference -> difference == 0);
        assertThat(ofRegion).hasSizeGreaterThan(8).isEqualTo(ofUnits);
    }

    private static Map<String, Long> effects(SampleMonth month, String level) {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode figure : month.statement().path("figures")) {
            if (figure.path("level").asText().equals(level)
                    && figure.path("status").asText().equals("reported")
                    && figure.path("channel").asText().equals("total")) {
                assertThat(figure.has("effects")).as(figure.toString()).isTrue();
                figure.path("effects")
                        .forEach(effect -> List.of("hits", "counted").forEach(part -> {
                            long difference = effect.path(part).asLong();
                            String of = effect.path("interpretation").asText() + effect.path("reading") + part;
                            if (difference != 0) {
                                sums.merge(of, difference, Long::sum);
                            }
                        }));
            }
        }
        return sums;
    }

    @Test
    void theSignalsTellOfTheContactsThatTheFiguresCount(SampleMonth month) {
        JsonPath signals = as(month, Service.PUBLISH, "coordinator-23")
                .get("/publish/v1/months/2026-10/signals?region=23")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        long told = signals.<Map<String, Map<String, Object>>>getList("units.channels").stream()
                .flatMap(channels -> channels.values().stream())
                .mapToLong(channel -> ((Number) channel.get("contactsIn")).longValue())
                .sum();
        assertThat(told).isEqualTo(contacts(month));
        assertThat(signals.<Integer>getList("units.channels.phone.daysWithoutSignals"))
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .containsOnly(0);
        assertThat(signals.<Integer>getList("units.workingDays")).contains(22);
    }

    @Test
    void aUnitsDayIsExplainedContactByContact(SampleMonth month) {
        as(month, Service.RULES, "coordinator-23")
                .get("/rules/v1/units/" + UNIT + "/days/2026-10-07")
                .then()
                .statusCode(200)
                .body(containsString("P-U1"), containsString("P-X11"), containsString("C-U1"));
    }

    /** Invariant 2: a result is a function of what it is made from, so making all of them again makes nothing new. */
    @Test
    void theWholeStoreEvaluatedAnewSaysTheSameByteForByte(SampleMonth month) throws SQLException {
        String before = everyResult(month);
        String begun = as(month, Service.RULES, "operator")
                .contentType("application/json")
                .body("{\"from\": \"1990-01-01\", \"to\": \"2059-12-31\"}")
                .post("/rules/v1/re-evaluations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> as(month, Service.RULES, "operator").get(begun).path("finishedAt") != null);

        as(month, Service.RULES, "operator")
                .get(begun)
                .then()
                .body("evaluated", greaterThan(500))
                .body("parked", equalTo(0));
        assertThat(everyResult(month)).isEqualTo(before);
    }

    private static String everyResult(SampleMonth month) throws SQLException {
        try (Connection rules = month.stack().parts().postgres().connect("rules");
                Statement sql = rules.createStatement();
                ResultSet rows = sql.executeQuery("""
                        select count(*) || ' results, ' || encode(sha256(convert_to(string_agg(
                          concat_ws(' ', unit, day, channel, revision, hash, body, evaluated_at), ' '
                          order by unit, day, channel, revision), 'UTF8')), 'hex')
                        from result
                        """)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Invariant 10, held by the database itself against the service's own role. */
    @Test
    void whatWasSignedCannotBeChangedByTheService(SampleMonth month) throws SQLException {
        var postgres = month.stack().parts().postgres();
        try (Connection service = postgres.connect("publish", postgres.app("publish"));
                Statement sql = service.createStatement()) {
            for (String change :
                    List.of("UPDATE signed_statement SET month = '2026-11'", "DELETE FROM signed_statement")) {
                assertThatThrownBy(() -> sql.execute(change)).hasMessageContaining("permission denied");
            }
        }
        as(month, Service.PUBLISH, "auditor-23")
                .get("/publish/v1/statements/" + month.statement().path("id").asText())
                .then()
                .statusCode(200)
                .body("state", equalTo("signed"))
                .body(
                        "contentHash",
                        equalTo(month.statement().path("contentHash").asText()));
    }

    @Test
    void theStatementIsAlsoACsvFile(SampleMonth month) {
        String id = month.statement().path("id").asText();
        String csv = as(month, Service.PUBLISH, "coordinator-23")
                .accept("text/csv")
                .get("/publish/v1/statements/" + id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines())
                .hasSizeGreaterThan(Figures.of(month.statement()).lines().size());
    }

    @Test
    void aProviderSeesItsOwnSubmissionsOnly(SampleMonth month) {
        as(month, Service.INGEST, "norrvard")
                .get("/ingest/v1/submissions?limit=1000")
                .then()
                .statusCode(200)
                .body("items.provider", hasItem("559900-1002"))
                .body("items.provider", everyItem(matchesPattern("559900-(1002|2001)")));
    }

    @Test
    void nobodyGetsInWithoutAToken(SampleMonth month) {
        for (String path : List.of(
                "/ingest/v1/submissions",
                "/rules/v1/results?from=2026-10-01&to=2026-10-31",
                "/publish/v1/months/2026-10?region=23")) {
            Service service = Service.valueOf(path.split("/")[1].toUpperCase(Locale.ROOT));
            given().baseUri(month.stack().service(service).url())
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    private static RequestSpecification as(SampleMonth month, Service service, String client) {
        return given().baseUri(month.stack().service(service).url())
                .auth()
                .oauth2(month.stack().parts().keycloak().token(client));
    }
}
