package se.nollan.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** What layouts know of their vendors, and trying one on a piece of a log. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class PreviewIT {
    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("Each layout says what it rests on, what it fills and what it lacks, and shows its file")
    void whatALayoutKnowsOfItsVendor() {
        Region.as("auditor-23")
                .get("/ingest/v1/vendor-profiles")
                .then()
                .statusCode(200)
                .body("find { it.id == 'aurora-teleq' }.about.rests", equalTo("assumed"))
                .body("find { it.id == 'puzzel-call-events' }.about.lacks", hasItem("who is calling"))
                .body("find { it.id == 'asterisk-queue-log' }.fields", not(hasItem("offeredSameDay")));
        Region.as("norrvard")
                .get("/ingest/v1/vendor-profiles/telia-ace")
                .then()
                .statusCode(200)
                .body("systems", contains("telia-ace"))
                .body("yaml", containsString("callback-records:"));
        Region.as("norrvard")
                .get("/ingest/v1/vendor-profiles/unheard-of")
                .then()
                .statusCode(404)
                .body("detail", containsString("telia-ace"));
    }

    @Test
    @DisplayName("The contact format itself is tried like any layout, as CSV and as lines of JSON")
    void theContactFormatIsTried() {
        Region.as("norrvard")
                .contentType("text/csv")
                .body(Region.csv(Region.call("p-1", 9), Region.call("p-2", "+46631000099", 10), "p-3,,phone,queue,,,"))
                .post("/ingest/v1/vendor-profiles/canonical/previews")
                .then()
                .statusCode(200)
                .body("made", equalTo(2))
                .body("errorCounts.rule", hasItem("FIELD_REQUIRED"));
        Region.as("norrvard")
                .contentType("application/x-ndjson")
                .body("""
                        {"id": "p-1", "line": "Q1", "channel": "phone", "kind": "full", "createdAt": "%sT09:00:00"}
                        """.formatted(Region.DAY).getBytes(StandardCharsets.UTF_8))
                .post("/ingest/v1/vendor-profiles/canonical/previews?question=true")
                .then()
                .statusCode(200)
                .body("made", equalTo(1))
                .body("question.contacts[0].kind", equalTo("full"));
        Region.as("norrvard")
                .contentType("application/xml")
                .body("<x/>".getBytes(StandardCharsets.UTF_8))
                .post("/ingest/v1/vendor-profiles/canonical/previews")
                .then()
                .statusCode(415);
    }

    @Test
    @DisplayName(
            "A layout is tried on a piece of a log: what it makes, skips, does not read and does not speak of; nothing is stored")
    void aLayoutIsTried() {
        var log = """
                Ärendenr;Kö;Inkom datum;Inkom tid;Telefonnummer;Händelse;Tid samma dag erbjuden;Önskad dag;Påringd 1;Påringd 2;Påringd 3;Besvarad;Klarmarkerad;Avbokad;Avbokad av;Bokad via;Uppringare;Mottagning
                1;+46631000021;%1$s;08:00:00;070-174 06 05;Direktkö;;;;;;%1$s 08:01:00;;;;Telefon;Patient;Norr
                2;Q9;%1$s;08:05:00;Dolt nummer;Direktkö;;;;;;;;;;Telefon;Patient;Norr
                3;Q9;%1$s;08:06:00;0701740607;Besök;;;;;;;;;;Telefon;Patient;Norr
                """.formatted(Region.DAY);

        Region.as("norrvard")
                .contentType("text/csv")
                .queryParam("system", "profile-tried")
                .queryParam("question", "true")
                .body(log.getBytes(Charset.forName("windows-1252")))
                .post("/ingest/v1/vendor-profiles/aurora-teleq/previews")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("made", equalTo(2))
                .body("answered", equalTo(1))
                .body("withheld", equalTo(1))
                .body("kinds.'phone queue'", equalTo(2))
                .body("errors[0].rule", equalTo("NOT_A_WORD"))
                .body("errors[0].line", equalTo(4))
                .body("unknownLines.key", contains("Q9"))
                .body("unreadColumns", contains("Mottagning"))
                .body("unknownWords.find { it.word == 'Besök' }.column", equalTo("Händelse"))
                .body("contacts[0].contact", equalTo("999-999 99 99"))
                .body("contacts[0].unit", equalTo(Region.UNIT))
                .body("question.contacts.id", contains("row-2", "row-3"))
                .body("question.register.lines.unit", contains(Region.UNIT, "Q9"))
                .body(not(containsString("701740605")));
        assertThat(Region.standing("profile-tried")).noneMatch(text -> text.contains("Q9"));
    }

    @Test
    @DisplayName("One's own layout is tried by sending it along; what is wrong with it is told by line")
    void onesOwnLayoutIsTried() {
        var profile = """
                profile: mine
                zone: Europe/Stockholm
                skip: [{ when: { type: test }, because: a trial call }]
                fields:
                  id: nr
                  line: { constant: x }
                  channel: { constant: phone }
                  kind: { constant: queue }
                  contact: from
                  createdAt: { time: "d/M yyyy HH.mm", from: at }
                """;
        var log = "nr,at,from,type\n1,5/10 2026 08.14,0701740605,\n2,5/10 2026 08.15,0701740605,test\n";

        tryOwn(profile, log)
                .then()
                .statusCode(200)
                .body("made", equalTo(1))
                .body("skipped[0].because", equalTo("a trial call"))
                .body("skipped[0].lines", contains(3))
                .body("contacts[0].createdAt", equalTo("2026-10-05T08:14:00"));
        tryOwn(profile.replace("skip:", "skipp:").replace("HH.mm", "HH.nn"), log)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:nollan:problem:profile-unusable"))
                .body("detail", containsString("line 3: skipp"))
                .body("detail", containsString("line 10: fields.createdAt.time: the letter 'n' means nothing"));
        tryOwn(profile, "nr,at\n1,x\n")
                .then()
                .statusCode(422)
                .body("detail", containsString("lacks columns that the profile reads"));
    }

    private static Response tryOwn(String profile, String log) {
        var form = new ByteArrayOutputStream();
        FormBody.part(form, "profile", "mine.yaml", profile.getBytes(StandardCharsets.UTF_8));
        FormBody.part(form, "file", "log.csv", log.getBytes(StandardCharsets.UTF_8));
        form.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return Region.as("norrvard")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data; boundary=limit")
                .body(form.toByteArray())
                .post("/ingest/v1/vendor-profiles/previews");
    }
}
