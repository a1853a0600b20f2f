package se.nollan.rules.slice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The form in which the contacts of a slice are stored: their JSON array as received, deflated. */
public final class Deflated {

    private Deflated() {}

    /** One array of the contacts of all parts. */
    public static byte[] join(List<SlicePart> parts) {
        // Speed first: on telephone logs the fastest level is within a fifth of the best in size.
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        int length = parts.stream().mapToInt(part -> part.to() - part.from()).sum();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + length / 4);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8192)) {
            out.write('[');
            boolean first = true;
            for (SlicePart part : parts) {
                if (part.contacts() == 0) {
                    continue;
                }
                if (!first) {
                    out.write(',');
                }
                out.write(part.message(), part.from(), part.to() - part.from());
                first = false;
            }
            out.write(']');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** The JSON array. */
    public static InputStream open(byte[] body) {
        return new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(true), 8192);
    }
}
