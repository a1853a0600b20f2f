package se.nollan.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text without guessing: what is not of the layout's encoding makes the body unreadable instead of turning names and
 * keys into question marks. Counts lines, so that the answer can say where.
 */
public final class StrictText extends Reader {
    private static final int LONGEST_MARK = 4;

    private final Reader text;
    private final Charset charset;
    private long line = 1;

    private StrictText(Reader text, Charset charset) {
        this.text = text;
        this.charset = charset;
    }

    /**
     * The text of {@code bytes}; a byte order mark is passed over, as spreadsheet programs write one, and says the order of UTF-16.
     *
     * @throws UnreadableBody when the body begins like UTF-16 or UTF-32 and should not, and while reading when bytes are not of the charset
     */
    public static StrictText of(InputStream bytes, Charset charset) throws IOException {
        var body = new BufferedInputStream(bytes, 1 << 16);
        body.mark(LONGEST_MARK);
        var start = body.readNBytes(LONGEST_MARK);
        body.reset();
        var wide = charset.name().startsWith("UTF-16");
        var marked = startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE);
        if (wide && marked) {
            body.skipNBytes(2);
            return new StrictText(
                    decoded(body, start[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE),
                    charset);
        }
        if (!wide && (marked || holdsZero(start))) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.ENCODING,
                    "The body is UTF-16 or binary. Save it as " + charset.name() + " and send it again.");
        }
        if (charset.equals(StandardCharsets.UTF_8) && startsWith(start, 0xEF, 0xBB, 0xBF)) {
            body.skipNBytes(3);
        }
        return new StrictText(decoded(body, charset), charset);
    }

    private static Reader decoded(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        try {
            var count = text.read(buffer, offset, length);
            for (var i = offset; i < offset + count; i++) {
                if (buffer[i] == '\n') {
                    line++;
                }
            }
            return count;
        } catch (CharacterCodingException e) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.ENCODING,
                    "Some bytes after line " + line + " are not " + charset.name()
                            + ": perhaps the file is in another encoding, or two files were put together. Save it as "
                            + charset.name() + " and send it again.");
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsZero(byte[] bytes) {
        for (var one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }
}
