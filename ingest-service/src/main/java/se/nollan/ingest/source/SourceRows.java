package se.nollan.ingest.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.RowFinding;

/** Takes the rows of a file in its order. */
public interface SourceRows {

    /** The names that a header has. */
    default void header(List<String> names) {}

    /**
     * A row.
     *
     * @param place the line, sheet row or item where it begins, from 1
     * @param cells by the order of the columns, without blanks around; null: empty or absent. The array is the taker's own
     */
    void row(long place, @Nullable String[] cells);

    /** A row that is no row of data: a title, a repeated header, what stands after the end. */
    void aside(long place);

    /** A row whose form cannot be read. */
    void broken(RowFinding finding);
}
