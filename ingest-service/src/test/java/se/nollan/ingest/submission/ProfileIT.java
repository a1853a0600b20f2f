package se.nollan.ingest.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.IngestParts;

/** Logs in vendors' forms, through the service: what a profile says is done, and told in the report. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class ProfileIT {
    private static final long EIGHT = at(8);

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("Events of a call that stand apart are one contact; housekeeping and inner calls are skipped")
    void eventsOfACallAreOneContact() {
        var log = """
                %1$d|c1|+46631000021|NONE|ENTERQUEUE||0701740605|1
                %1$d|NONE|NONE|NONE|CONFIGRELOAD|
                %2$d|c2|+46631000021|NONE|ENTERQUEUE||7011|1
                %2$d|c1|+46631000021|NONE|EXITWITHKEY|1|1|1|38
                %3$d|c1|+46631000021|A|CBCONNECT|0701740605|9
                """.formatted(EIGHT, EIGHT + 60, EIGHT + 3600);

        Region.order("profile-events")
                .queryParam("profile", "asterisk-queue-log")
                .contentType("text/plain")
                .body(log)
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .body("profile", equalTo("asterisk-queue-log"))
                .body("counts.read", equalTo(5))
                .body("counts.accepted", equalTo(1))
                .body("counts.joined", equalTo(2))
                .body("counts.skipped", equalTo(2))
                .body("counts.inError", equalTo(0))
                .body("report.skipped.rows", contains(1, 1))
                .body("report.skipped.lines", contains(List.of(2), List.of(3)));
    }

    @Test
    @DisplayName("JSON, one object a line: nested fields, chains and copies")
    void nestedJson() {
        var first = Instant.ofEpochSecond(EIGHT).toString();
        var record = """
                {"ContactId":"%s","InitialContactId":%s,"LastUpdateTimestamp":"%s","Channel":"VOICE","InitiationMethod":"%s","InitiationTimestamp":"%s",\
                "Queue":{"Name":"+46631000021"},"CustomerEndpoint":{"Address":"+46701740605"},"Attributes":{"utfall":"callback"}}
                """;
        var log = record.formatted("a", "null", first, "INBOUND", first)
                + record.formatted("a", "null", first, "INBOUND", first)
                + record.formatted("b", "\"a\"", first, "CALLBACK", first);

        Region.order("profile-json")
                .queryParam("profile", "amazon-connect")
                .contentType("application/x-ndjson")
                .body(log.getBytes(StandardCharsets.UTF_8))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(201)
                .body("counts.accepted", equalTo(1))
                .body("counts.inError", equalTo(0));
    }

    @Test
    @DisplayName("A workbook: title rows, numbers for dates and callers, a total")
    void aWorkbook() throws IOException {
        var day = Region.DAY.toEpochDay() + 25_569;
        var book = workbook(row("Rapport")
                + row("Nr", "Datum", "Tid", "Nummer", "Linje", "Resultat", "Senast uppringd", "Besvarad", "Klar")
                + row(1, day, 0.3333333333, 701740605, "+46631000021", "Besvarat", 0, day + 0.3340277778, "")
                + row(2, day, 0.3333333333, "Dolt", "+46631000021", "Missat", 0, 0, "")
                + row("Totalt", 2));

        Region.order("profile-workbook")
                .queryParam("profile", "smavaxel-xlsx")
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(book)
                .post("/ingest/v1/submissions")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("counts.accepted", equalTo(2))
                .body("counts.skipped", equalTo(2))
                .body("report.warnings.rule", everyItem(is("WITHHELD_WORD")));
        Region.order("profile-workbook")
                .queryParam("profile", "smavaxel-xlsx")
                .contentType("application/octet-stream")
                .body("no workbook".getBytes(StandardCharsets.UTF_8))
                .post("/ingest/v1/submissions")
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("WORKBOOK"))
                .body("detail", containsString("workbook"));
    }

    @Test
    @DisplayName(
            "A delivery of two files is one, as parts of a form, packed or plain, or in a zip; each file is read by its own layout")
    void aDeliveryOfTwoFiles() throws IOException {
        var calls = "Kontakt-id;Kontakttyp;Entré;Starttid;Svarstid;Resultat;A-nummer\n"
                + "1;IVR-samtal;+46631000021;%1$s 08:00:00;;Återuppringning beställd;0701740605\n".formatted(Region.DAY)
                + "2;IVR-samtal;+46631000021;%1$s 08:05:00;%1$s 08:06:00;Besvarad;0701740606\n".formatted(Region.DAY);
        var records = ("recordId;ANIS;phoneNumber;queue;createTime;dateTimeStart;sameDayOffered;source;latestCallTime;"
                        + "latestCallConnectedTime;closeTime\n"
                        + "7;0701740605;0701740605;+46631000021;%1$s 08:00:00;%1$s 08:00:00;;ivr;%1$s 09:00:00;%1$s 09:00:10;\n")
                .formatted(Region.DAY);
        var form = new ByteArrayOutputStream();
        FormBody.part(form, "records.csv.gz", gzip(records));
        FormBody.part(form, "interactions.csv", calls.getBytes(StandardCharsets.UTF_8));
        form.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        var zip = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(zip)) {
            for (var file : new String[] {records, calls}) {
                packed.putNextEntry(new ZipEntry("export/" + file.length() + ".csv"));
                packed.write(file.getBytes(StandardCharsets.UTF_8));
                packed.closeEntry();
            }
        }

        deliver("multipart/form-data; boundary=limit", form.toByteArray())
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("counts.accepted", equalTo(2))
                .body("counts.skipped", equalTo(1));
        deliver("application/zip", zip.toByteArray())
                .then()
                .statusCode(201)
                .body("counts.accepted", equalTo(2))
                .body("counts.skipped", equalTo(1));
        var cut = Arrays.copyOf(form.toByteArray(), form.size() - 40);
        deliver("multipart/form-data; boundary=limit", cut)
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("MULTIPART"));
        deliver("application/zip", "no zip".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("EMPTY"));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @DisplayName("What is not packed as it says is refused as that, and nothing of it is taken")
    @CsvSource({
        "D24_truncated.csv.gz, application/gzip",
        "D25_zip_named_gz.csv.gz, application/gzip",
        "D24_truncated.csv.gz, multipart/form-data; boundary=limit",
        "D25_zip_named_gz.csv.gz, application/zip; cut=true"
    })
    void whatIsNotPackedAsItSays(String file, String type) throws IOException {
        byte[] packed;
        try (var bytes = ProfileIT.class.getResourceAsStream("/field/" + file)) {
            packed = bytes.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        if (type.startsWith("multipart")) {
            FormBody.part(body, file, packed);
            body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        } else {
            body.writeBytes(type.endsWith("cut=true") ? Arrays.copyOf(packed, 60) : packed);
        }

        deliver(type, body.toByteArray())
                .then()
                .statusCode(422)
                .body("submission.report.refusal.reason", equalTo("COMPRESSION"))
                .body("submission.counts.accepted", equalTo(0));
    }

    private static Response deliver(String type, byte[] body) {
        return Region.order("profile-files")
                .queryParam("profile", "telia-ace")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType(type)
                .body(body)
                .post("/ingest/v1/submissions");
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static long at(int hour) {
        return Region.DAY.atTime(hour, 0).atZone(ZoneId.of("Europe/Stockholm")).toEpochSecond();
    }

    private static String row(Object... cells) {
        var row = new StringBuilder("<row>");
        for (var cell : cells) {
            row.append(
                    cell instanceof Number
                            ? "<c><v>" + cell + "</v></c>"
                            : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static byte[] workbook(String rows) throws IOException {
        var main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    </Types>""");
            entry(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            entry(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + main
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"Samtal\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\""
                + target + "\"/></Relationships>";
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
