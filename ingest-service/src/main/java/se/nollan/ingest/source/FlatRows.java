package se.nollan.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Limits;

/** Makes rows of an item: one for each object at the end of the lists inside it. */
final class FlatRows {
    private final List<String[]> lists = new ArrayList<>();
    private final JsonPath[] paths;
    private final int[] levels;
    private final SourceRows rows;
    private final Limits limits;
    private long count;

    /** @param inner the ways from list to list inside an item, names between dots */
    FlatRows(List<String> inner, List<Column> columns, SourceRows rows, Limits limits) {
        this.rows = rows;
        this.limits = limits;
        inner.forEach(list -> lists.add(list.split("\\.")));
        paths = new JsonPath[columns.size()];
        levels = new int[columns.size()];
        for (var i = 0; i < paths.length; i++) {
            place(i, columns.get(i).name(), inner);
        }
    }

    /** A column belongs to the innermost list that its path goes through. */
    private void place(int column, String name, List<String> inner) {
        var rest = name;
        for (var list : inner) {
            if (!rest.startsWith(list + ".")) {
                break;
            }
            rest = rest.substring(list.length() + 1);
            levels[column]++;
        }
        var path = JsonPath.of(rest);
        if (path == null) {
            throw new IllegalStateException("No path: " + name);
        }
        paths[column] = path;
    }

    void take(long place, JsonNode item) {
        @Nullable JsonNode[] level = new @Nullable JsonNode[lists.size() + 1];
        level[0] = item;
        flatten(place, level, 0);
    }

    private void flatten(long place, @Nullable JsonNode[] level, int depth) {
        if (depth == lists.size()) {
            limits.check(++count);
            @Nullable String[] cells = new @Nullable String[paths.length];
            for (var i = 0; i < cells.length; i++) {
                cells[i] = paths[i].text(level[levels[i]]);
            }
            rows.row(place, cells);
            return;
        }
        var list = level[depth];
        for (var name : lists.get(depth)) {
            list = list == null ? null : list.get(name);
        }
        if (list == null || !list.isArray() || list.isEmpty()) {
            level[depth + 1] = null;
            flatten(place, level, depth + 1);
            return;
        }
        for (var one : list) {
            level[depth + 1] = one;
            flatten(place, level, depth + 1);
        }
    }
}
