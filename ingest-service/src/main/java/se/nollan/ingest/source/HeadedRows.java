package se.nollan.ingest.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.UnreadableBody;

/** Rows under a header: finds it, and picks from each row what is read of it. */
final class HeadedRows {
    private final Header header;
    private final boolean headed;
    private final List<Column> columns;
    private final boolean ragged;
    private final SourceRows rows;
    private final List<Long> before = new ArrayList<>();
    private int @Nullable [] positions;
    private List<String> head = List.of();
    private List<String> widest = List.of();
    private int after;
    private boolean any;

    /**
     * @param names the columns in their order, when there is no header
     * @param ragged whether a row may have fewer or more cells than there are columns
     */
    HeadedRows(Header header, @Nullable List<String> names, List<Column> columns, boolean ragged, SourceRows rows) {
        this.header = header;
        this.headed = names == null;
        this.columns = columns;
        this.ragged = ragged;
        this.rows = rows;
        if (names != null) {
            positions = Header.positions(names, columns);
            head = names;
        }
    }

    /** Takes a row; whether its cells are as many as the columns. */
    boolean take(long place, List<String> cells) {
        any = true;
        if (isBlank(cells)) {
            rows.aside(place);
            return true;
        }
        if (positions == null) {
            seek(place, cells);
            return true;
        }
        if (after > 0 || headed && cells.equals(head)) {
            after = Math.max(0, after - 1);
            rows.aside(place);
            return true;
        }
        return row(place, cells, positions);
    }

    private static boolean isBlank(List<String> cells) {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void seek(long place, List<String> cells) {
        positions = Header.positions(cells, columns);
        if (positions != null) {
            before.forEach(rows::aside);
            head = List.copyOf(cells);
            rows.header(head.stream().map(String::strip).toList());
            after = header.then();
            return;
        }
        widest = cells.size() > widest.size() ? List.copyOf(cells) : widest;
        before.add(place);
        if (before.size() >= header.within()) {
            throw header.notFound(widest, columns);
        }
    }

    private boolean row(long place, List<String> cells, int[] at) {
        var count = cells.size();
        while (count > head.size() && cells.get(count - 1).isBlank()) {
            count--;
        }
        if (count != head.size() && !ragged) {
            rows.broken(new RowFinding(place, null, FindingCode.WRONG_FIELD_COUNT, count + " for " + head.size()));
            return false;
        }
        @Nullable String[] values = new @Nullable String[at.length];
        for (var i = 0; i < at.length; i++) {
            values[i] = at[i] >= 0 && at[i] < count ? Cells.text(cells.get(at[i])) : null;
        }
        rows.row(place, values);
        return true;
    }

    /** After the last row. */
    void end() {
        if (!any) {
            throw UnreadableBody.empty();
        }
        if (positions == null) {
            throw header.notFound(widest, columns);
        }
    }
}
