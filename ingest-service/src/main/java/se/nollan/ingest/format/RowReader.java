package se.nollan.ingest.format;

import java.io.IOException;
import java.io.Reader;

/** Reads one layout. */
public interface RowReader {

    /**
     * Reads all of {@code text} and hands every row to {@code sink}.
     *
     * @throws UnreadableBody when the log as a whole is not of this layout
     * @throws IOException when the text ends before its end
     */
    void read(Reader text, RowSink sink) throws IOException;
}
