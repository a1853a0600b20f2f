package se.nollan.acceptance;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.nollan.local.stack.Service;
import se.nollan.local.stack.Stack;

/** Whether the author of a profile learns what the measure would say of a log, before anything is sent. */
@ExtendWith(SharedStack.class)
class PreviewIT {
    private static final String PROFILE = """
            profile: own
            zone: Europe/Stockholm
            file: { delimiter: ";" }
            fields:
              id: Samtal
              line: Ko
              channel: { column: Kanal, words: { T: phone, C: chat } }
              kind: { constant: queue }
              contact: Nummer
              createdAt: { time: "yyyy-MM-dd HH:mm:ss", from: Inkom }
              answeredAt: { time: "yyyy-MM-dd HH:mm:ss", from: Besvarat }
            """;
    private static final String LOG = """
            Samtal;Ko;Kanal;Inkom;Nummer;Besvarat
            1;Q1;T;2026-10-05 09:00:00;0701740605;2026-10-05 09:05:00
            2;Q1;T;2026-10-05 10:00:00;0701740606;
            3;Q1;T;2026-10-05 11:00:00;0701740607;2026-10-06 09:05:00
            4;entre;C;2026-10-05 11:00:00;patient-1;2026-10-05 11:01:00
            """;

    @Test
    @DisplayName("The question of a preview, sent as it is, is answered row by row")
    void whatTheMeasureWouldSay(Stack stack) {
        var preview = as(stack)
                .contentType("multipart/form-data; boundary=x")
                .body((part("profile", "own.yaml", PROFILE) + part("file", "log.csv", LOG) + "--x--\r\n")
                        .getBytes(UTF_8))
                .post(stack.service(Service.INGEST).url() + "/ingest/v1/vendor-profiles/previews?question=true")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(preview).doesNotContain("0701740605").doesNotContain("701740606");
        Map<String, Object> question = JsonPath.from(preview).getMap("question");

        var answer = as(stack)
                .contentType("application/json")
                .body(question)
                .post(stack.service(Service.RULES).url() + "/rules/v1/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.<String, String>getMap("dispositions"))
                .containsEntry("row-2", "HIT")
                .containsKeys("row-3", "row-4", "row-5")
                .hasSize(4);
        assertThat(answer.getList("tallies.unit")).contains("Q1");
    }

    private static String part(String name, String file, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file + "\"\r\n\r\n"
                + content + "\r\n";
    }

    private static RequestSpecification as(Stack stack) {
        return given().auth().oauth2(stack.parts().keycloak().token("norrvard"));
    }
}
