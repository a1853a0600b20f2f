package se.nollan.ingest.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.source.Column;
import se.nollan.ingest.source.RowSource;

/** The columns that a profile speaks of, in the order in which they are read. */
final class ColumnNames {
    private final RowSource source;
    private final @Nullable List<String> inOrder;
    private final Map<String, String> named = new HashMap<>();
    private final Set<String> optional = new HashSet<>();
    private final Map<String, Integer> used = new LinkedHashMap<>();

    /** @param inOrder the names of a file without a header; null: it has one, or its columns are paths or places */
    ColumnNames(RowSource source, @Nullable List<String> inOrder) {
        this.source = source;
        this.inOrder = inOrder;
    }

    /** Gives a column a name of the profile's own. */
    void name(String name, String column) {
        named.put(name, column);
    }

    /** Lets files without the column be read. */
    void letBeAbsent(String name) {
        optional.add(named.getOrDefault(name, name));
    }

    /** Where the cell of a column stands in a row. */
    int place(String name, ProfileNode where) {
        var column = named.getOrDefault(name, name);
        var wrong = source.wrongWith(column);
        if (wrong != null) {
            where.problem("'" + name + "': " + wrong);
        }
        if (inOrder != null && !inOrder.contains(column) && !column.startsWith("#")) {
            where.problem("there is no column '" + name + "' among " + String.join(", ", inOrder));
        }
        return used.computeIfAbsent(column, one -> used.size());
    }

    /** The columns to be read, in the order of their places. */
    List<Column> used() {
        var columns = new ArrayList<Column>();
        used.keySet().forEach(name -> columns.add(new Column(name, optional.contains(name))));
        return columns;
    }
}
