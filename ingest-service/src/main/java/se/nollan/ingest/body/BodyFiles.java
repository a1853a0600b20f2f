package se.nollan.ingest.body;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.UnreadableBody;

/** The files of a delivery, one after the other as they come: the body itself, the parts of a form, or what a zip holds. */
public final class BodyFiles {
    private static final int MOST_FILES = 1_000;
    private static final int PART_HEADERS = 8_192;
    private static final int BUFFER = 1 << 16;
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]*)");

    private final MessageDigest digest;
    private final InputStream body;
    private final BodyFormat format;
    private final long bytes;

    private BodyFiles(MessageDigest digest, InputStream body, BodyFormat format, long bytes) {
        this.digest = digest;
        this.body = body;
        this.format = format;
        this.bytes = bytes;
    }

    /** The files of a body that comes from the network; all together, unpacked, keep to the limits. */
    public static BodyFiles of(InputStream network, BodyFormat format, BodyStream.Limits limits) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var read = new DigestInputStream(network, digest);
            return new BodyFiles(digest, BodyStream.plain(read, format.gzip(), limits), format, limits.bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SHA-256 of the body as it was sent; reads what is left of it first, and nothing can be read after. */
    public String digest() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Takes one file; need not read it to its end. */
    public interface Taker {
        /** @param part the name of the form's part; empty where there is no form */
        void take(String part, InputStream file) throws IOException;
    }

    /**
     * Hands on each file.
     *
     * @throws UnreadableBody when the body is not packed as it says
     */
    public void each(Taker taker) throws IOException {
        var files = new Counted(taker, bytes);
        if (format.boundary() != null) {
            parts(body, format.boundary(), files);
        } else if (format.zip()) {
            members(body, files);
        } else {
            taker.take("", body);
            return;
        }
        if (files.count == 0) {
            throw UnreadableBody.empty();
        }
    }

    private static void parts(InputStream body, String boundary, Counted files) throws IOException {
        try {
            var parts = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                    .setPartHeaderSizeMax(PART_HEADERS)
                    .get();
            for (var more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                var headers = parts.readHeaders().toLowerCase(Locale.ROOT);
                if (headers.contains("filename=") || headers.contains("filename*=")) {
                    var name = NAME.matcher(headers);
                    files.take(name.find() ? name.group(1) : "", unpacked(parts.newInputStream()));
                }
                parts.discardBodyData();
            }
        } catch (MultipartInput.MalformedStreamException e) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.MULTIPART,
                    "The body says that it is a form of several parts, and is not, or ends too early. Send it again, whole.");
        }
    }

    private static void members(InputStream body, Counted files) throws IOException {
        // Names that are not UTF-8 are in whatever the packer's country wrote; they lead nowhere here.
        try (var zip = new ZipInputStream(body, StandardCharsets.ISO_8859_1)) {
            for (var entry = next(zip); entry != null; entry = next(zip)) {
                var name = entry.getName();
                // What a Mac adds of its own is no file of the delivery.
                if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store")) {
                    files.take("", unpacked(zip));
                }
            }
        } catch (ZipException | EOFException e) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.COMPRESSION,
                    "The body says that it is a zip but is broken, encrypted or ends too early. Pack it again and send it again.");
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            // A name that says it is UTF-8, and is not.
            throw new ZipException();
        }
    }

    /** A file that is gzip is one whatever its name; no text begins so. */
    private static InputStream unpacked(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file, BUFFER);
        buffered.mark(2);
        var gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? BodyStream.unpacked(buffered) : buffered;
    }

    /** Counts files and bytes, and keeps readers from closing what the next file comes from. */
    private static final class Counted {
        private final Taker taker;
        private long left;
        private int count;

        Counted(Taker taker, long bytes) {
            this.taker = taker;
            this.left = bytes;
        }

        void take(String part, InputStream file) throws IOException {
            if (++count > MOST_FILES) {
                throw new UnreadableBody(
                        UnreadableBody.Reason.ROW_LIMIT,
                        "The delivery has more than " + MOST_FILES
                                + " files. Send it as several submissions of shorter periods.");
            }
            taker.take(part, new FilterInputStream(file) {
                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    var read = in.read(buffer, offset, length);
                    left -= Math.max(0, read);
                    if (left < 0) {
                        throw new BodyStream.TooLarge();
                    }
                    return read;
                }

                @Override
                public void close() {}
            });
        }
    }

    /** The boundary that a type names; null: it is no form, or names none. */
    public static @Nullable String boundary(String contentType) {
        var type = contentType.strip();
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return null;
        }
        for (var part : type.split(";")) {
            var parameter = part.strip();
            if (parameter.toLowerCase(Locale.ROOT).startsWith("boundary=")) {
                var boundary = parameter
                        .substring("boundary=".length())
                        .replace("\"", "")
                        .strip();
                return boundary.isEmpty() || boundary.length() > 70 ? null : boundary;
            }
        }
        return null;
    }
}
