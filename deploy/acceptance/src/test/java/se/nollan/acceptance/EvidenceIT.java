package se.nollan.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.nollan.acceptance.SharedStack.SampleMonth;
import se.nollan.local.stack.MonthRun;
import se.nollan.local.stack.Service;

/** Whether a published figure can be made again by anyone who has its evidence. */
@ExtendWith(SharedStack.class)
class EvidenceIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CHANNELS = List.of("phone", "chat");

    @Test
    void theEvidenceOfEveryUnitGivesThePublishedFigureAgain(SampleMonth month) throws IOException {
        Figures published = Figures.of(month.stack()
                .api(Service.PUBLISH, "coordinator-23")
                .get("/publish/v1/months/2026-10?region=" + MonthRun.REGION));
        TreeMap<String, List<String>> again = new TreeMap<>();
        TreeMap<String, List<String>> expected = new TreeMap<>();
        for (JsonNode figure : published.figures()) {
            String unit = figure.path("id").asText();
            String channel = figure.path("channel").asText();
            boolean ofAUnit = unit.startsWith("SE");
            if (ofAUnit && CHANNELS.contains(channel) && figure.path("counted").asLong() > 0) {
                expected.put(
                        unit + " " + channel,
                        List.of(
                                figure.path("hits").asText(),
                                figure.path("counted").asText()));
            }
        }
        expected.keySet().stream()
                .map(key -> key.split(" ")[0])
                .distinct()
                .forEach(unit -> again.putAll(figures(month, unit)));

        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(again).isEqualTo(expected);
    }

    /** Fetches the evidence of a unit's month and sends it back as it is. */
    private static TreeMap<String, List<String>> figures(SampleMonth month, String unit) {
        byte[] evidence = as(month)
                .get("/rules/v1/units/" + unit + "/months/2026-10/evidence")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String answer = as(month)
                .contentType("application/json")
                .body(evidence)
                .post("/rules/v1/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        TreeMap<String, List<String>> figures = new TreeMap<>();
        try {
            for (JsonNode total : JSON.readTree(answer).get("totals")) {
                if (total.get("counted").asLong() > 0) {
                    figures.put(
                            total.get("unit").asText() + " "
                                    + total.get("channel").asText(),
                            List.of(
                                    total.get("hits").asText(),
                                    total.get("counted").asText()));
                }
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return figures;
    }

    private static RequestSpecification as(SampleMonth month) {
        return given().baseUri(month.stack().service(Service.RULES).url())
                .auth()
                .oauth2(month.stack().parts().keycloak().token("auditor-23"));
    }
}
