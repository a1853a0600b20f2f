package se.nollan.ingest.body;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.UnreadableBody;

/** The bytes of a body as they come in: never more than the limit, packed or unpacked, and its end told from being cut off. */
public final class BodyStream {
    private static final int GZIP_BUFFER = 1 << 16;

    /** A slow start is nobody's fault. */
    static final Duration GRACE = Duration.ofSeconds(15);

    private BodyStream() {}

    /** The sender went away before the body's end. */
    public static final class CutOff extends IOException {
        CutOff(IOException cause) {
            super("The body was cut off", cause);
        }
    }

    /** The body has more bytes than the limit. */
    public static final class TooLarge extends IOException {
        TooLarge() {
            super("The body is larger than the limit");
        }
    }

    /** The body comes so slowly that it keeps others waiting. */
    public static final class TooSlow extends IOException {
        TooSlow() {
            super("The body came too slowly");
        }
    }

    /**
     * What a body must keep to.
     *
     * @param bytes most, packed or unpacked
     * @param slowest bytes for each second that was waited for the sender, once that was {@link #GRACE}
     * @param longest that the sender is waited for in all
     */
    public record Limits(long bytes, long slowest, Duration longest) {}

    /** The plain bytes of a body that came from the network, unpacked if they are gzip. */
    public static InputStream plain(InputStream network, boolean gzip, Limits limits) throws IOException {
        var counted = new Limited(new Network(network, limits), limits.bytes);
        if (!gzip) {
            return counted;
        }
        return new Limited(new Unpacked(counted), limits.bytes);
    }

    /** The plain bytes of gzip; what is broken in it is told as a fault of the body. */
    public static InputStream unpacked(InputStream gzip) {
        return new Unpacked(gzip);
    }

    /** Only the time that is spent waiting for the sender counts against it: the database may be slow too. */
    private static final class Network extends FilterInputStream {
        private final Limits limits;
        private long bytes;
        private long waited;

        Network(InputStream in, Limits limits) {
            super(in);
            this.limits = limits;
        }

        private int came(int read, long since) throws TooSlow {
            bytes += Math.max(0, read);
            waited += System.nanoTime() - since;
            var seconds = waited / 1_000_000_000L;
            if (seconds > limits.longest.toSeconds()
                    || seconds >= GRACE.toSeconds() && bytes < limits.slowest * seconds) {
                throw new TooSlow();
            }
            return read;
        }

        /** The server's stream tells its read timeout by an IOException of no type of its own. */
        private static IOException told(IOException e) {
            return String.valueOf(e.getMessage()).contains("timed out") ? new TooSlow() : new CutOff(e);
        }

        // Closing the server's stream would read the rest of the body first, however much that is.
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var since = System.nanoTime();
            int read;
            try {
                read = in.read(buffer, offset, length);
            } catch (IOException e) {
                throw told(e);
            }
            return came(read, since);
        }
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            return one < 0 ? one : count(1, one);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = in.read(buffer, offset, length);
            return read < 0 ? read : count(read, read);
        }

        private int count(int bytes, int result) throws TooLarge {
            left -= bytes;
            if (left < 0) {
                throw new TooLarge();
            }
            return result;
        }
    }

    /**
     * All members of a gzip, however slowly they come; opened at the first read, so that an empty or broken one is told like any other fault
     * of the body. (The JDK's takes a pause between two members for the end.)
     */
    private static final class Unpacked extends InputStream {
        private final InputStream packed;
        private @Nullable GzipCompressorInputStream gzip;

        Unpacked(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                if (gzip == null) {
                    gzip = new GzipCompressorInputStream(new BufferedInputStream(packed, GZIP_BUFFER), true);
                }
                return gzip.read(buffer, offset, length);
            } catch (CutOff | TooLarge | TooSlow e) {
                throw e;
            } catch (IOException e) {
                throw new UnreadableBody(
                        UnreadableBody.Reason.COMPRESSION,
                        "The body says that it is gzip but is broken, ends too early or has something behind its end. Pack it again"
                                + " and send it again.");
            }
        }
    }
}
