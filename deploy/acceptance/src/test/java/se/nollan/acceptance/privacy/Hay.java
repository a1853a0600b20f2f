package se.nollan.acceptance.privacy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Something to search, and what is found when it is unpacked. */
final class Hay {

    /** Deep enough for an archive in a compressed column; shallow enough to end. */
    private static final int DEPTH = 3;

    private Hay() {}

    /** The bytes, the content of every gzip or zlib stream in them, and of a bare deflate stream that they are as a whole. */
    static List<byte[]> unpacked(byte[] bytes) {
        List<byte[]> layers = new ArrayList<>(List.of(bytes));
        unpack(bytes, DEPTH, layers);
        byte[] deflated = inflate(bytes);
        if (deflated.length > 0) {
            layers.add(deflated);
            unpack(deflated, DEPTH, layers);
        }
        return layers;
    }

    /** Nothing, unless the bytes are a stream from the first to the last: it has no mark to know it by. */
    private static byte[] inflate(byte[] bytes) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                out.write(buffer, 0, n);
            }
            return inflater.finished() && inflater.getRemaining() == 0 ? out.toByteArray() : new byte[0];
        } catch (DataFormatException none) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static void unpack(byte[] bytes, int depth, List<byte[]> layers) {
        for (int i = 0; depth > 0 && i + 2 < bytes.length; i++) {
            byte[] inner = isGzip(bytes, i)
                    ? read(bytes, i, true)
                    : i == 0 && isZlib(bytes) ? read(bytes, i, false) : new byte[0];
            if (inner.length > 0) {
                layers.add(inner);
                unpack(inner, depth - 1, layers);
            }
        }
    }

    private static boolean isGzip(byte[] bytes, int at) {
        return bytes[at] == 0x1f && bytes[at + 1] == (byte) 0x8b && bytes[at + 2] == 8;
    }

    private static boolean isZlib(byte[] bytes) {
        return bytes[0] == 0x78 && ((bytes[0] & 0xff) * 256 + (bytes[1] & 0xff)) % 31 == 0;
    }

    /** As much as can be unpacked: a stream may be cut off, or be none at all. */
    private static byte[] read(byte[] bytes, int from, boolean gzip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new ByteArrayInputStream(bytes, from, bytes.length - from);
                InputStream unpacked = gzip ? new GZIPInputStream(in) : new InflaterInputStream(in)) {
            byte[] buffer = new byte[8_192];
            for (int n = unpacked.read(buffer); n > 0; n = unpacked.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException cutOff) {
            // what came out before is searched all the same
        }
        return out.toByteArray();
    }
}
