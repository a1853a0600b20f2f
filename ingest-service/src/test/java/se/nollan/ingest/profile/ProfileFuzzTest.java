package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.format.Rows;
import se.nollan.ingest.format.UnreadableBody;

/**
 * Files and profiles broken at random: whatever comes, it is read or refused with a reason, in time. As many as fit into a build; more with
 * {@code -Dfuzz=1000}.
 */
class ProfileFuzzTest {
    private static final int TURNS = Integer.getInteger("fuzz", 20);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final String[] SPICE = {
        "\"",
        "'",
        ";",
        ",",
        "|",
        "\t",
        "\n",
        "\r\n",
        "\u0000",
        "\uFEFF",
        "{",
        "}",
        "[",
        "]",
        ":",
        "#",
        "&a",
        "*a",
        "<",
        ">",
        "&",
        "]]>",
        "\\",
        "NULL",
        "1e999",
        "-1",
        "99999999999999999999",
        "24:00:00",
        "2026-02-30",
        "0000-00-00",
        "å",
        "\uD800",
        "\u202E",
        "=",
        "0",
        "null",
        "true"
    };

    @Test
    @DisplayName("A broken file is read or refused, whatever is broken in it")
    void brokenFiles() throws IOException {
        var random = new Random(1);
        for (var known : FieldFiles.all()) {
            var profile = known.profile();
            for (var turn = 0; turn < TURNS; turn++) {
                var body = broken(known.body(), random);
                read(profile, body, known.file() + ", turn " + turn);
            }
        }
    }

    @Test
    @DisplayName("A broken profile is used or refused, whatever is broken in it")
    void brokenProfiles() throws IOException {
        var random = new Random(2);
        for (var known : FieldFiles.all()) {
            for (var turn = 0; turn < TURNS; turn++) {
                var yaml = broken(known.profile().yaml().getBytes(StandardCharsets.UTF_8), random);
                var profile = profile(yaml);
                if (profile != null) {
                    read(profile, known.body(), profile.name() + ", turn " + turn);
                }
            }
        }
    }

    private static @Nullable Profile profile(byte[] yaml) throws IOException {
        try {
            return Assertions.assertTimeout(
                    LONGEST, () -> ProfileFile.read("broken.yaml", new ByteArrayInputStream(yaml)));
        } catch (InvalidProfile refused) {
            return null;
        } catch (RuntimeException e) {
            return fail("Not refused but broken by:\n" + new String(yaml, StandardCharsets.UTF_8), e);
        }
    }

    private static void read(Profile profile, byte[] body, String what) {
        try (var reader = new ProfileReader(profile, LocalDate.parse("2026-07-31"), SpillSpace.none())) {
            var rows = Rows.fromTheField(LocalDate.parse("2025-10-01"), LocalDate.parse("2026-07-31"));
            reader.read(new ByteArrayInputStream(body), new Places(rows));
            reader.end(rows);
        } catch (UnreadableBody refused) {
            // With a reason and what to do.
        } catch (IOException | RuntimeException e) {
            fail("Not refused but broken: " + what, e);
        }
    }

    /** Cuts, repeats, swaps and seasons. */
    private static byte[] broken(byte[] whole, Random random) {
        List<byte[]> parts = new ArrayList<>();
        var at = 0;
        for (var cuts = 1 + random.nextInt(4); cuts > 0 && at < whole.length; cuts--) {
            var to = at + random.nextInt(whole.length - at + 1);
            parts.add(java.util.Arrays.copyOfRange(whole, at, to));
            if (random.nextBoolean()) {
                parts.add(SPICE[random.nextInt(SPICE.length)].getBytes(StandardCharsets.UTF_8));
            }
            at = random.nextInt(4) == 0 ? Math.max(0, to - random.nextInt(20)) : to + random.nextInt(3);
        }
        if (at < whole.length && random.nextBoolean()) {
            parts.add(java.util.Arrays.copyOfRange(whole, at, whole.length));
        }
        var broken = new ByteArrayOutputStream();
        parts.forEach(broken::writeBytes);
        var bytes = broken.toByteArray();
        for (var flips = random.nextInt(3); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Every error has its place. */
    private record Places(RowSink sink) implements RowSink {
        @Override
        public void row(long line, @Nullable String[] values) {
            sink.row(placed(line), values);
        }

        @Override
        public void skipped(long line, String because) {
            sink.skipped(placed(line), because);
        }

        @Override
        public void broken(RowFinding finding) {
            placed(finding.line());
            sink.broken(finding);
        }

        private static long placed(long line) {
            if (line < 1) {
                throw new AssertionError("A row without its place");
            }
            return line;
        }
    }
}
