package se.nollan.ingest.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static se.nollan.ingest.submission.Region.DAY;
import static se.nollan.ingest.submission.Region.call;
import static se.nollan.ingest.submission.Region.csv;
import static se.nollan.ingest.submission.Region.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** Every kind of bad input has its clear answer, and what stands is left alone. The service runs with 256 MB of heap. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class BadInputIT {
    private static final String PATH = "/ingest/v1/submissions";

    @RegisterExtension
    static final Region region = new Region();

    @Test
    void aBodyThatIsNotOfTheLayoutIsRejectedWithTheReason() throws IOException {
        var rows = csv(call("a", 8), call("b", 9));
        var mixed = new ByteArrayOutputStream();
        mixed.write(rows);
        mixed.write(call("å", 9).getBytes(ISO_8859_1));

        assertRejected(post("id,line,channel,kind,created\n".getBytes(UTF_8)), "HEADER", "Column 5 of the header");
        assertRejected(post("ID,line,channel,kind,createdAt\n".getBytes(UTF_8)), "HEADER", "Column 1 of the header");
        assertRejected(post(mixed.toByteArray()), "ENCODING", "UTF-8");
        assertRejected(post(Region.HEADER.getBytes(UTF_16LE)), "ENCODING", "UTF-16");
        assertRejected(post(new byte[0]), "EMPTY", "empty");
        assertRejected(post(csv()), "NOTHING_ACCEPTED", "empty=true");
        assertRejected(post(("\"" + call("a", 8).repeat(2_000)).getBytes(UTF_8)), "LINE_LIMIT", "longer than");
        assertThat(Region.standing("bad")).isEmpty();
    }

    @Test
    void aBrokenGzipIsRejectedAndAWholeOneIsTaken() throws IOException {
        var packed = gzip(csv(call("a", 8), call("b", 9)));

        assertRejected(gzipped("bad-gzip", Arrays.copyOf(packed, packed.length - 12)), "COMPRESSION", "gzip");
        assertRejected(gzipped("bad-gzip", csv(call("a", 8))), "COMPRESSION", "gzip");
        gzipped("bad-gzip", packed).then().statusCode(201).body("counts.accepted", equalTo(2));
    }

    @Test
    void anUnknownFieldIsAnErrorOfItsRowInNdjson() {
        order("bad-ndjson")
                .contentType("application/x-ndjson")
                .body("{\"id\":\"a\",\"line\":\"+46631000021\",\"phone\":\"0701740605\"}\n".getBytes(UTF_8))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("submission.report.errors[0].rule", equalTo("UNKNOWN_FIELD"));
    }

    @Test
    void everyWrongParameterIsNamed() {
        var today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
        order("two words", today, today.plusDays(1))
                .queryParam("profile", "unheard-of")
                .queryParam("empty", "perhaps")
                .body(csv(call("a", 8)))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("parameters.parameter", hasItems("system", "to", "profile", "empty"))
                .body("parameters.detail", hasItems(containsString("after today")));
        order("bad", DAY.minusDays(500), DAY)
                .body(csv())
                .post(PATH)
                .then()
                .statusCode(400)
                .body("parameters[0].detail", containsString("400 days"));
        order("bad", DAY, DAY)
                .queryParam("line", "+4699")
                .body(csv())
                .post(PATH)
                .then()
                .statusCode(400)
                .body("parameters[0].parameter", equalTo("line"));
    }

    @Test
    void whatIsOfAnotherProviderIsRefused() {
        order("bad")
                .queryParam("line", "+46631000071")
                .body(csv(call("a", 8)))
                .post(PATH)
                .then()
                .statusCode(403);
        order("bad")
                .queryParam("provider", Region.KUSTHALSAN)
                .body(csv(call("a", 8)))
                .post(PATH)
                .then()
                .statusCode(403);
        Region.send("bad", call("a", "+46631000071", 8))
                .then()
                .statusCode(422)
                .body("submission.report.errors[0].rule", equalTo("LINE_NOT_YOURS"));
    }

    @Test
    void membersOfAGzipThatComeSlowlyAreAllRead() throws IOException {
        try (var sender = new RawSender("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", "slow-gzip")) {
            sender.chunk(gzip(csv(call("a", 8))));
            Thread.sleep(1_500);
            sender.chunk(gzip((call("b", 9) + "\n").getBytes(UTF_8)));
            sender.write("0\r\n\r\n".getBytes(UTF_8));
            assertThat(sender.answer()).contains(" 201 ").contains("\"accepted\":2");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var packed = gzip(csv(call("a", 8)));
        var cut = Arrays.copyOf(gzip((call("b", 9) + "\n").getBytes(UTF_8)), 12);
        var both = Arrays.copyOf(packed, packed.length + cut.length);
        System.arraycopy(cut, 0, both, packed.length, cut.length);
        assertRejected(gzipped("slow-gzip", both), "COMPRESSION", "gzip");
    }

    @Test
    void aCharacterThatNoDatabaseHoldsIsAnErrorOfItsRowInBothEncodings() {
        Region.send("bad-nul", "a\u0000,+46631000021,phone,qu\u0000eue," + DAY + "T08:00:00,0701740605,", call("b", 9))
                .then()
                .statusCode(422)
                .body("submission.report.errors.rule", hasItems("BAD_CHARACTER", "NOT_A_WORD"))
                .body("submission.report.errors.find { it.field == 'kind' }.value", equalTo("aa?aaa"));
        order("bad-nul")
                .contentType("application/x-ndjson")
                .body(
                        ("{\"id\":\"a\\u0000\",\"line\":\"+46631000021\",\"channel\":\"phone\",\"kind\":\"queue\",\"createdAt\":\""
                                        + DAY + "T08:00:00\"}\n{\"\\u00000701740605\":1}\n")
                                .getBytes(UTF_8))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("submission.report.errors.rule", hasItems("BAD_CHARACTER", "UNKNOWN_FIELD"))
                .body("submission.report.errors[1].value", equalTo("?9999999999"));
    }

    @Test
    void theNamesThatSpreadsheetsAndSendersGiveAreTaken() {
        for (var type : new String[] {
            "application/vnd.ms-excel",
            "application/csv",
            "application/octet-stream",
            "TEXT/CSV; header=present",
            "text/csv;charset=UTF-8"
        }) {
            order("types")
                    .contentType(type)
                    .config(RestAssuredConfig.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                    .encodeContentTypeAs(type, ContentType.TEXT)))
                    .body(csv(call("a", 8)))
                    .post(PATH)
                    .then()
                    .statusCode(201);
        }
        order("types")
                .contentType("text/csv; charset=windows-1252")
                .body((Region.HEADER + "\u00e5," + call("a", 8).substring(2) + "\n")
                        .getBytes(Charset.forName("windows-1252")))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void aSystemIsOneWhateverItsCaseAndAPlusThatWasNotEncodedIsUnderstood() {
        Region.order("CASE-System")
                .body(csv(call("a", 8)))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("system", equalTo("case-system"));
        Region.as("norrvard")
                .urlEncodingEnabled(false)
                .contentType("text/csv")
                .body(csv(call("a", 8)))
                .post(PATH + "?system=case-system&from=" + DAY + "&to=" + DAY + "&line=+46631000021")
                .then()
                .statusCode(201);
    }

    @Test
    void anotherFormIsNotTaken() {
        order("bad")
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(415);
        order("bad")
                .header("Content-Encoding", "br")
                .body(csv())
                .post(PATH)
                .then()
                .statusCode(415);
    }

    @Test
    void aMillionErrorsMakeABoundedReportThatCountsThemAll() {
        var body = (Region.HEADER + "x\n".repeat(1_000_000)).getBytes(UTF_8);

        var answer = post(body);

        answer.then()
                .statusCode(422)
                .body("submission.counts.inError", equalTo(1_000_000))
                .body("submission.report.errors", hasSize(1_000))
                .body("submission.report.errorCounts[0].count", equalTo(1_000_000));
        assertThat(answer.asByteArray()).hasSizeLessThan(300_000);
    }

    @Test
    void tenGigabytesAreRefusedBeforeTheyAreSent() throws IOException {
        try (var sender = new RawSender("Content-Length: 10000000000", "raw-length")) {
            sender.write(Region.HEADER.getBytes(UTF_8));
            assertThat(sender.answer()).startsWith("HTTP/1.1 413").contains("application/problem+json", "too-large");
        }
    }

    @Test
    void anEndlessBodyIsRefusedAtTheLimit() throws IOException {
        try (var sender = new RawSender("Transfer-Encoding: chunked", "raw-chunked")) {
            sender.chunk(Region.HEADER.getBytes(UTF_8));
            var sent = 0L;
            var chunk = "x\n".repeat(50_000).getBytes(UTF_8);
            while (sent < 2_000_000_000L && sender.chunk(chunk)) {
                sent += chunk.length;
            }
            assertThat(sent).isLessThan(200_000_000L);
            assertThat(sender.answer()).startsWith("HTTP/1.1 413").contains("application/problem+json");
        }
    }

    @Test
    void aGzipThatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
        var bomb = gzip((Region.HEADER + "x\n".repeat(12_000_000)).getBytes(UTF_8));
        gzipped("bomb", bomb).then().statusCode(413);
    }

    @Test
    @DisplayName("Slow senders of one client keep nobody out, and are told that they are too slow")
    void slowSendersKeepNobodyOut() throws IOException, InterruptedException {
        var slow = new ArrayList<RawSender>();
        try {
            for (var i = 0; i < 3; i++) {
                var sender = new RawSender("Transfer-Encoding: chunked", "slow");
                sender.chunk(Region.HEADER.getBytes(UTF_8));
                slow.add(sender);
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> states("slow").size() == 3);

            Region.send("slow", call("a", 8))
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "10")
                    .body("type", equalTo("urn:nollan:problem:several-at-work"));
            Region.as("kusthalsan")
                    .queryParam("system", "quick")
                    .queryParam("from", DAY.minusDays(30).toString())
                    .queryParam("to", DAY.minusDays(30).toString())
                    .queryParam("empty", true)
                    .contentType("text/csv")
                    .post(PATH)
                    .then()
                    .statusCode(201);
            for (var until = System.nanoTime() + 17_000_000_000L; System.nanoTime() < until; ) {
                slow.forEach(sender -> sender.chunk("x".getBytes(UTF_8)));
                Thread.sleep(500);
            }
            for (var sender : slow) {
                assertThat(sender.answer()).startsWith("HTTP/1.1 408").contains("urn:nollan:problem:too-slow");
            }
        } finally {
            for (var sender : slow) {
                sender.close();
            }
        }
        assertThat(Region.query(
                        "select s.report->'refusal'->>'reason' from submission s join source o on o.id = s.source"
                                + " and o.system = 'slow'"))
                .containsOnly("TOO_SLOW");
    }

    @Test
    @DisplayName("A vendor's default date, by which years come on one day, is refused by name")
    void tooManyContactsOfADayAreRefused() {
        var rows = new StringBuilder(Region.HEADER);
        for (var i = 0; i <= 50_000; i++) {
            rows.append("d")
                    .append(i)
                    .append(",+46631000021,phone,full,")
                    .append(DAY)
                    .append("T09:00:00,,\n");
        }

        assertRejected(
                order("crowded").body(rows.toString().getBytes(UTF_8)).post(PATH),
                "TOO_MANY_OF_A_DAY",
                "line +46631000021 has 50001 contacts on " + DAY);
        assertThat(Region.standing("crowded")).isEmpty();
    }

    @Test
    void aBodyThatIsCutOffReplacesNothing() throws IOException {
        Region.id(Region.send("cut-off", call("a", 8)));
        var body = csv(call("b", 8));
        try (var sender = new RawSender("Content-Length: " + (body.length + 1_000), "cut-off")) {
            sender.write(body);
            // A sender who is gone before the request is looked at has sent nothing.
            await().atMost(Duration.ofSeconds(30)).until(() -> states("cut-off").contains("received"));
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> states("cut-off").contains("rejected"));
        assertThat(Region.standing("cut-off")).containsExactly("+46631000021 a r1");
    }

    private static List<String> states(String system) {
        return Region.query(
                "select s.state from submission s join source o on o.id = s.source and o.system = '" + system + "'");
    }

    private static void assertRejected(Response response, String reason, String detail) {
        response.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(detail))
                .body("submission.state", equalTo("rejected"))
                .body("submission.report.refusal.reason", equalTo(reason));
    }

    private static Response post(byte[] body) {
        return order("bad").body(body).post(PATH);
    }

    private static Response gzipped(String system, byte[] body) {
        return order(system).header("Content-Encoding", "gzip").body(body).post(PATH);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
