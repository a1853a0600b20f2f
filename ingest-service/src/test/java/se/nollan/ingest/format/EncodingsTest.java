package se.nollan.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EncodingsTest {
    private static final String ROW = "a,main,phone,queue,2026-10-05T08:00:00,,,,,,\n";
    private static final RowReader CSV = new CsvReader(UTF_8, Limits.DEFAULT);
    private static final RowReader NDJSON = new NdjsonReader(UTF_8, Limits.DEFAULT);

    @Test
    void theSameContactInBothEncodingsIsTheSame() {
        var csv = Rows.ofCsv("a,main,phone,callback,2026-10-05T08:00:00,0701740605,2026-10-05T11:00:00,"
                + "2026-10-05T09:00:00 2026-10-05T10:00:00,,,");
        var ndjson = Rows.ofNdjson(
                "",
                "{\"attempts\":[\"2026-10-05T09:00:00\",\"2026-10-05T10:00:00\"],\"id\":\"a\",\"line\":\"main\",\"channel\":\"phone\","
                        + "\"kind\":\"callback\",\"createdAt\":\"2026-10-05T08:00:00\",\"contact\":\"0701740605\",\"problem\":null,"
                        + "\"answeredAt\":\"2026-10-05T11:00:00\"}");

        assertThat(csv.contacts).hasSize(1).isEqualTo(ndjson.contacts);
    }

    @Test
    void columnsMayStandInAnyOrderAndLinesMayEndInAnyWay() {
        var rows = Rows.ofBody(
                CSV,
                "kind,createdAt,channel,line,id\r\nqueue,2026-10-05T08:00:00,phone,main,\"a,\"\"b\"\"\"\r\n\r\n"
                        + "queue,2026-10-05T08:00:00,phone,main,c");

        assertThat(rows.contacts).extracting(Contact::id).containsExactly("a,\"b\"", "c");
        assertThat(rows.contacts).extracting(Contact::row).containsExactly(2L, 4L);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(Rows.ofBody(CSV, "\ufeff" + Rows.HEADER + "\n" + ROW).contacts)
                .hasSize(1);
    }

    @Test
    void aHeaderOfOtherNamesIsRefusedWithTheNamesThereAre() {
        assertUnreadable(
                CSV,
                "id,line,channel,kind,created\n",
                UnreadableBody.Reason.HEADER,
                "Column 5 of the header ('aaaaaaa'");
        assertUnreadable(CSV, "id,line,channel,kind\n", UnreadableBody.Reason.HEADER, "lacks these fields: createdAt");
        assertUnreadable(CSV, "id,line,channel,kind,createdAt,id\n", UnreadableBody.Reason.HEADER, "'id' twice");
        assertUnreadable(CSV, "", UnreadableBody.Reason.EMPTY, "empty");
        assertUnreadable(CSV, "0701740605,main\n", UnreadableBody.Reason.HEADER, "'9999999999'");
    }

    @Test
    void aQuoteThatIsNotClosedIsTakenForWhatItIsAndSaysWhere() {
        assertUnreadable(
                CSV,
                Rows.HEADER + "\n" + ROW + "b,\"main,phone\n" + ROW.repeat(20),
                UnreadableBody.Reason.QUOTES,
                "line 3");
        assertUnreadable(
                CSV,
                Rows.HEADER + "\n" + ROW + "b,\"main,phone\n" + ROW.repeat(20) + "c,\"main\",phone\n" + ROW,
                UnreadableBody.Reason.QUOTES,
                "line 3");
    }

    @Test
    void aRowOfManyFieldsIsHeldToTheSameLengthAsALongOne() {
        assertUnreadable(
                CSV, Rows.HEADER + "\n" + "aa,".repeat(40_000) + "\n", UnreadableBody.Reason.LINE_LIMIT, "line 2");
    }

    @Test
    void otherEncodingsAreRefusedWithTheirPlace() {
        var mixed = new ByteArrayOutputStream();
        mixed.writeBytes((Rows.HEADER + "\n" + ROW.repeat(2)).getBytes(UTF_8));
        mixed.writeBytes(ROW.replace("a,", "å,").getBytes(ISO_8859_1));

        assertUnreadable(CSV, mixed.toByteArray(), UnreadableBody.Reason.ENCODING, "UTF-8");
        assertUnreadable(CSV, (Rows.HEADER + "\n").getBytes(UTF_16LE), UnreadableBody.Reason.ENCODING, "UTF-16");
        assertUnreadable(NDJSON, "{\"id\":\"å\"}".getBytes(ISO_8859_1), UnreadableBody.Reason.ENCODING, "UTF-8");
    }

    @Test
    void aRowWithoutEndIsRefusedWithoutReadingItAll() {
        assertUnreadable(
                CSV, Rows.HEADER + "\n" + ROW + "\"" + ROW.repeat(5000), UnreadableBody.Reason.LINE_LIMIT, "line 3");
        assertUnreadable(CSV, "x".repeat(100_000), UnreadableBody.Reason.LINE_LIMIT, "65536");
        assertUnreadable(NDJSON, "\n{\"id\":\"" + "x".repeat(100_000), UnreadableBody.Reason.LINE_LIMIT, "line 2");
    }

    @Test
    void moreRowsThanTheLimitAreRefused() {
        var reader = new CsvReader(UTF_8, new Limits(1000, 3));
        assertThat(Rows.ofBody(reader, Rows.HEADER + "\n" + ROW.repeat(3)).contacts)
                .hasSize(3);
        assertUnreadable(reader, Rows.HEADER + "\n" + ROW.repeat(4), UnreadableBody.Reason.ROW_LIMIT, "3 rows");
    }

    @Test
    void aLineThatIsNoObjectOfTheFormatIsAnErrorOfItsRowAlone() {
        var rows = Rows.ofNdjson(
                "{\"id\":\"a\",\"phone\":\"0701740605\"}",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"id\":4711}",
                "{\"id\":\"a\"",
                "[]",
                "{} {}",
                "{\"offeredSameDay\":\"true\"}",
                "{\"attempts\":\"2026-10-05T09:00:00\"}",
                "{\"id\":\"a\",\"line\":\"main\",\"channel\":\"phone\",\"kind\":\"queue\",\"createdAt\":\"2026-10-05T08:00:00\"}");

        assertThat(rows.wrong())
                .containsExactly(
                        "UNKNOWN_FIELD",
                        "REPEATED_FIELD id",
                        "NOT_TEXT id",
                        "NOT_AN_OBJECT",
                        "NOT_AN_OBJECT",
                        "NOT_AN_OBJECT",
                        "NOT_TEXT offeredSameDay",
                        "NOT_TEXT attempts");
        assertThat(rows.contacts).hasSize(1);
    }

    private static void assertUnreadable(RowReader reader, String body, UnreadableBody.Reason reason, String detail) {
        assertUnreadable(reader, body.getBytes(UTF_8), reason, detail);
    }

    private static void assertUnreadable(RowReader reader, byte[] body, UnreadableBody.Reason reason, String detail) {
        assertThatThrownBy(() -> Rows.ofBytes(reader, body))
                .asInstanceOf(InstanceOfAssertFactories.type(UnreadableBody.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.detail()).contains(detail));
    }
}
