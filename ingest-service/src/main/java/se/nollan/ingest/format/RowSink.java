package se.nollan.ingest.format;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a log in its order, one at a time, so that a log of any size needs no more memory than a row. */
public interface RowSink {

    /**
     * A row.
     *
     * @param line the line, sheet row or item of the body where it begins, from 1
     * @param values texts by {@link Field}'s ordinal, null where empty or absent; the array is used again for the next row
     */
    void row(long line, @Nullable String[] values);

    /**
     * A row that is no contact.
     *
     * @param because why, in the profile's words
     */
    void skipped(long line, String because);

    /** Rows that were put together with another row, which was handed on for them all. */
    default void joined(long rows) {}

    /** A row whose form cannot be read. */
    void broken(RowFinding rowFinding);
}
