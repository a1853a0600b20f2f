package se.nollan.ingest.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.UnreadableBody;

/**
 * Where the names of the columns stand.
 *
 * @param within among so many first rows; what stands before is title
 * @param then so many rows after it are no data, such as one of types
 */
public record Header(int within, int then) {

    /** The first row, as in most files. */
    public static final Header FIRST = new Header(1, 0);

    /** Where in a row each wanted column stands; -1: nowhere. Null: this row does not name all that are needed. */
    static int @Nullable [] positions(List<String> row, List<Column> columns) {
        var names = row.stream().map(String::strip).toList();
        var positions = new int[columns.size()];
        for (var i = 0; i < positions.length; i++) {
            var column = columns.get(i);
            positions[i] = column.name().startsWith("#") ? number(column.name()) : names.indexOf(column.name());
            if (positions[i] < 0 && !column.optional()) {
                return null;
            }
            if (positions[i] >= 0
                    && !column.name().startsWith("#")
                    && positions[i] != names.lastIndexOf(column.name())) {
                throw new UnreadableBody(
                        UnreadableBody.Reason.HEADER,
                        "The header names the column '" + column.name()
                                + "' more than once. A profile reads such columns by their place: #1 is the first.");
            }
        }
        return positions;
    }

    /** A column by its place; -1: the name is none. */
    static int number(String name) {
        return name.matches("#[1-9]\\d{0,3}") ? Integer.parseInt(name.substring(1)) - 1 : -1;
    }

    /** The answer to a file in whose first rows no header was found. */
    UnreadableBody notFound(List<String> best, List<Column> columns) {
        var there = new HashSet<String>();
        best.forEach(name -> there.add(name.strip()));
        var missing = new ArrayList<String>();
        for (var column : columns) {
            if (!column.optional() && !column.name().startsWith("#") && !there.contains(column.name())) {
                missing.add(column.name());
            }
        }
        return new UnreadableBody(
                UnreadableBody.Reason.HEADER,
                (within == 1 ? "The first row" : "The best of the first " + within + " rows")
                        + " lacks columns that the profile reads: " + String.join(", ", missing)
                        + ". Send the file with its header; if the vendor has changed the layout, the profile is to be changed.");
    }
}
