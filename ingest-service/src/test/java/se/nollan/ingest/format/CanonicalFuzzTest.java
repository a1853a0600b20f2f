package se.nollan.ingest.format;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.Broken;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.body.BodyStream;

/** Bodies of the contact format broken at random, plain and packed: read or refused with a reason, each error with its place. */
class CanonicalFuzzTest {
    private static final int TURNS = Broken.turns(600);
    private static final BodyStream.Limits LIMITS = new BodyStream.Limits(1 << 20, 1, java.time.Duration.ofMinutes(1));
    private static final String CSV = Rows.HEADER + """

            a1,+46631000001,phone,callback,2026-10-05T08:14:03,0701740605,2026-10-05T09:00:00,2026-10-05T08:30:00 2026-10-05T09:00:00,,,
            "a 2",+46631000001,phone,queue,2026-10-25T02:30:00+01:00,"070-174 06 05",,,,2026-10-25T02:40:00+01:00,patient
            a3,chat-1,chat,queue,2026-10-05T08:14:03.123Z,19850101-1234,2026-10-05T08:20:00Z,,entre,,
            """;
    private static final String NDJSON = """
            {"id": "a1", "line": "+46631000001", "channel": "phone", "kind": "callback", "createdAt": "2026-10-05T08:14:03", "attempts": ["2026-10-05T09:00:00"], "offeredSameDay": true}
            {"id": "a2", "line": "chat-1", "channel": "chat", "kind": "bot", "createdAt": "2026-10-05T08:14:03Z", "problem": "knä"}
            """;

    @Test
    @DisplayName("A broken body of the contact format is read or refused, whatever is broken in it")
    void plain() {
        turns(
                3,
                CSV.getBytes(StandardCharsets.UTF_8),
                "text/csv",
                () -> new CsvReader(StandardCharsets.UTF_8, Limits.DEFAULT));
        turns(
                4,
                NDJSON.getBytes(StandardCharsets.UTF_8),
                "application/x-ndjson",
                () -> new NdjsonReader(StandardCharsets.UTF_8, Limits.DEFAULT));
    }

    @Test
    @DisplayName("A broken gzip, zip or form is read or refused, whatever is broken in it")
    void packed() throws IOException {
        Supplier<RowReader> reader = () -> new CsvReader(StandardCharsets.UTF_8, Limits.DEFAULT);
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(CSV.getBytes(StandardCharsets.UTF_8));
        }
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(CSV.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("b.csv.gz"));
            out.write(gzip.toByteArray());
        }
        var form = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + CSV
                        + "\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);

        turns(5, gzip.toByteArray(), "application/gzip", reader);
        turns(6, zip.toByteArray(), "application/zip", reader);
        turns(7, form, "multipart/form-data; boundary=x", reader);
    }

    private static void turns(int seed, byte[] whole, String type, Supplier<RowReader> readers) {
        var random = new Random(seed);
        var format = BodyFormat.of(type, null);
        for (var turn = 0; turn < TURNS; turn++) {
            var body = Broken.of(whole, random);
            try (var reader = readers.get()) {
                var rows = new Places(new Rows());
                BodyFiles.of(new ByteArrayInputStream(body), format, LIMITS)
                        .each((part, file) -> reader.read(file, rows));
                reader.end(rows);
            } catch (UnreadableBody | BodyStream.TooLarge refused) {
                // With a reason and what to do.
            } catch (IOException | RuntimeException e) {
                fail("Not refused but broken: " + type + ", turn " + turn, e);
            }
        }
    }
}
