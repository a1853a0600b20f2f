package se.nollan.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.UnreadableBody;

/** How a file is read into rows. */
public sealed interface RowSource permits DelimitedSource, FixedWidthSource, JsonSource, XlsxSource, XmlSource {

    /**
     * Reads all of {@code body} and hands every row to {@code rows}.
     *
     * @param columns what to read of a row, in the order of the cells handed on
     * @throws UnreadableBody when the file as a whole is not of this form
     * @throws IOException when the body ends before its end
     */
    void read(InputStream body, List<Column> columns, SourceRows rows) throws IOException;

    /** What is wrong with a name of a column in such a file; null: nothing. */
    default @Nullable String wrongWith(String column) {
        return column.startsWith("#") && Header.number(column) < 0 ? "a column by its place is written #1, #2 …" : null;
    }
}
