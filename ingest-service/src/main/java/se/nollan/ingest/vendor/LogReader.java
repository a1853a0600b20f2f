package se.nollan.ingest.vendor;

import java.io.IOException;
import java.io.Reader;

/** Reads one layout. */
public interface LogReader {

    /**
     * Reads all of {@code text} and hands every row to {@code sink}.
     *
     * @throws UnreadableLog when the log as a whole is not of this layout
     * @throws IOException when the text ends before its end
     */
    void read(Reader text, LogSink sink) throws IOException;
}
