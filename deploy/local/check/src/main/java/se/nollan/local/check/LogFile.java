package se.nollan.local.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.body.BodyStream;

/** A file of a log: as it is, gzip, or a zip of several. */
final class LogFile {
    private static final BodyStream.Limits ANY = new BodyStream.Limits(Long.MAX_VALUE, 0, Duration.ofDays(1));

    private LogFile() {}

    static BodyFiles of(Path file, InputStream log) throws IOException {
        var buffered = new BufferedInputStream(log);
        buffered.mark(2);
        var gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        var zip = file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        var format = BodyFormat.of(zip ? "application/zip" : "text/plain", gzip ? "gzip" : null);
        if (format == null) {
            throw new IllegalStateException("A plain file is taken");
        }
        return BodyFiles.of(buffered, format, ANY);
    }
}
