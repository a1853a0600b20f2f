package se.nollan.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Reads one delivery of one layout: one file or several. */
public interface RowReader extends Closeable {

    /**
     * Reads all of a file and hands what it can to {@code sink}.
     *
     * @throws UnreadableBody when the file as a whole is not of this layout
     * @throws IOException when the body ends before its end
     */
    void read(InputStream body, RowSink sink) throws IOException;

    /** Hands on what could not be before the last file was read. */
    default void end(RowSink sink) throws IOException {}

    /** Forgets whatever was put aside. */
    @Override
    default void close() throws IOException {}
}
