package se.nollan.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import se.nollan.ingest.format.UnreadableBody;

/** A file of which one thing at a time is whole in memory: a thing without an end is refused. */
final class BoundedBytes extends FilterInputStream {
    private static final int MOST = 1 << 20;
    private int read;

    BoundedBytes(InputStream file) {
        super(file);
    }

    /** The next thing begins. */
    void begin() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        return count(in.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = in.read(buffer, offset, length);
        return count(count, count);
    }

    private int count(int result, int bytes) {
        read += result < 0 ? 0 : bytes;
        if (read > MOST) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.LINE_LIMIT,
                    "One item of the file has more than a million characters. Check that the profile names the items, and that the file is whole.");
        }
        return result;
    }
}
