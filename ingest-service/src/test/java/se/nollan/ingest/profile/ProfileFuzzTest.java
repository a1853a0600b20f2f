package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.Broken;
import se.nollan.ingest.format.Places;
import se.nollan.ingest.format.Rows;
import se.nollan.ingest.format.UnreadableBody;

/**
 * Files and profiles broken at random: whatever comes, it is read or refused with a reason, in time. As many as fit into a build; more with
 * {@code -Dfuzz=1000}.
 */
class ProfileFuzzTest {
    private static final int TURNS = Broken.turns(20);
    private static final Duration LONGEST = Duration.ofMinutes(20);

    @Test
    @DisplayName("A broken file is read or refused, whatever is broken in it")
    void brokenFiles() throws IOException {
        var random = new Random(1);
        for (var known : FieldFiles.all()) {
            var profile = known.profile();
            for (var turn = 0; turn < TURNS; turn++) {
                var body = Broken.of(known.body(), random);
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
                var yaml = Broken.of(known.profile().yaml().getBytes(StandardCharsets.UTF_8), random);
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
}
