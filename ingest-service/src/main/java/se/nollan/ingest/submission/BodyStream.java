package se.nollan.ingest.submission;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.UnreadableBody;

/** The bytes of a body as they come in: never more than the limit, packed or unpacked, and its end told from being cut off. */
final class BodyStream {
    private static final int GZIP_BUFFER = 1 << 16;

    private BodyStream() {}

    /** The sender went away before the body's end. */
    static final class CutOff extends IOException {
        CutOff(IOException cause) {
            super("The body was cut off", cause);
        }
    }

    /** The body has more bytes than the limit. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("The body is larger than the limit");
        }
    }

    /** The plain bytes of a body that came from the network, unpacked if they are gzip. */
    static InputStream plain(InputStream network, boolean gzip, long limit) throws IOException {
        var counted = new Limited(new Network(network), limit);
        if (!gzip) {
            return counted;
        }
        return new Limited(new Unpacked(counted), limit);
    }

    private static final class Network extends FilterInputStream {
        Network(InputStream in) {
            super(in);
        }

        // Closing the server's stream would read the rest of the body first, however much that is.
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                throw new CutOff(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw new CutOff(e);
            }
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
            } catch (CutOff | TooLarge e) {
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
