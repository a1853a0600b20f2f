package se.nollan.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a delivery. */
class BodyFilesTest {
    private static final BodyStream.Limits LIMITS = new BodyStream.Limits(1 << 20, 1, Duration.ofMinutes(1));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM850", "windows-1252", "ISO-8859-1"})
    @DisplayName("A zip is read whatever its packer writes names in: Windows does not write UTF-8")
    void namesOfAnyEncoding(String encoding) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed, Charset.forName(encoding))) {
            for (var name : List.of("Kö och återuppringning.csv", "ÅÄÖ/å.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        var files = new ArrayList<String>();

        BodyFiles.of(new ByteArrayInputStream(packed.toByteArray()), BodyFormat.of("application/zip", null), LIMITS)
                .each((part, file) -> files.add(new String(file.readAllBytes(), StandardCharsets.UTF_8)));

        assertThat(files).containsExactly("id\n1\n", "id\n1\n");
    }
}
