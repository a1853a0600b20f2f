package se.nollan.ingest.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import se.nollan.ingest.format.UnreadableBody;

/** An item is whole in memory: one without an end is refused. */
final class BoundedText extends FilterReader {
    private static final int MOST = 8 << 20;
    private int read;

    BoundedText(Reader text) {
        super(text);
    }

    void begin() {
        read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        read += Math.max(0, count);
        if (read > MOST) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.LINE_LIMIT,
                    "An item of the JSON is larger than 8 million characters. Check that the profile names the list of items.");
        }
        return count;
    }
}
