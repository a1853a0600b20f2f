package se.nollan.ingest.profile;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.profile.RowGroups.PlacedRow;
import se.nollan.ingest.source.Column;
import se.nollan.ingest.source.SourceRows;

/** Makes contacts of the files of one layout in a delivery. */
final class LayoutReader implements AutoCloseable {
    private static final char BETWEEN_KEYS = '\u001f';

    private final Layout layout;
    private final LocalDate until;
    private final @Nullable RowGroups groups;
    private final RowObserver observer;
    private final Field[] fields;
    private final Value[] fieldValues;
    private final @Nullable String[] values = new @Nullable String[Field.COUNT];

    LayoutReader(Layout layout, LocalDate until, SpillSpace space, RowObserver observer) {
        this(layout, until, layout.grouping() == null ? null : new RowGroups(space), observer);
    }

    /** @param groups null: each row is a contact */
    LayoutReader(Layout layout, LocalDate until, @Nullable RowGroups groups, RowObserver observer) {
        this.layout = layout;
        this.until = until;
        this.groups = groups;
        this.observer = observer;
        this.fields = layout.fields().keySet().toArray(Field[]::new);
        this.fieldValues = layout.fields().values().toArray(Value[]::new);
    }

    Layout layout() {
        return layout;
    }

    void read(InputStream body, RowSink sink) throws IOException {
        layout.source().read(body, layout.columns(), new Rows(sink));
    }

    /** After the last file: rows that belong together may stand in different files. */
    void end(RowSink sink) {
        var grouping = layout.grouping();
        if (groups == null || grouping == null) {
            return;
        }
        var order = new ContactRows(grouping, until);
        groups.drain(group -> {
            var told = 0;
            for (var rows : order.of(group)) {
                told += contact(rows, grouping, sink);
            }
            sink.joined(group.size() - told);
        });
    }

    @Override
    public void close() {
        if (groups != null) {
            groups.close();
        }
    }

    /** How many of the rows the sink was told of. */
    private int contact(List<PlacedRow> rows, Grouping grouping, RowSink sink) {
        var cells = new ArrayList<@Nullable String[]>(rows.size());
        for (var row : rows) {
            cells.add(row.cells());
        }
        var group = new RowGroup(cells, grouping.sets(), until);
        var because = because(grouping.skip(), group, group.first());
        if (because != null) {
            rows.forEach(row -> sink.skipped(row.place(), because));
            return rows.size();
        }
        contact(rows.get(0).place(), group, sink);
        return 1;
    }

    private void contact(long place, RowGroup group, RowSink sink) {
        Arrays.fill(values, null);
        for (var i = 0; i < fields.length; i++) {
            values[fields[i].ordinal()] = fieldValues[i].in(group, group.first());
        }
        sink.row(place, values);
    }

    private static @Nullable String because(List<Exclusion> exclusions, RowGroup group, @Nullable String[] row) {
        for (var one : exclusions) {
            if (one.condition().holds(group, row)) {
                return one.because();
            }
        }
        return null;
    }

    private final class Rows implements SourceRows {
        private final RowSink sink;
        private boolean over;

        Rows(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public void row(long place, @Nullable String[] cells) {
            for (var i = 0; i < cells.length; i++) {
                var cell = cells[i];
                if (cell != null && layout.empty().contains(cell)) {
                    cells[i] = null;
                }
            }
            var alone = new RowGroup(List.<@Nullable String[]>of(cells), List.of(), until);
            over = over || layout.until() != null && layout.until().holds(alone, cells);
            if (over) {
                aside(place);
                return;
            }
            observer.row(layout, cells);
            var because = because(layout.skip(), alone, cells);
            if (because != null) {
                sink.skipped(place, because);
            } else if (because(layout.refuse(), alone, cells) != null) {
                sink.broken(new RowFinding(place, null, FindingCode.ROW_REFUSED, null));
            } else if (layout.grouping() == null) {
                contact(place, alone, sink);
            } else {
                group(layout.grouping(), place, alone, cells);
            }
        }

        private void group(Grouping grouping, long place, RowGroup alone, @Nullable String[] cells) {
            var key = new StringBuilder();
            var any = false;
            for (var by : grouping.by()) {
                var text = by.in(alone, cells);
                any |= text != null;
                key.append(text == null ? "" : text).append(BETWEEN_KEYS);
            }
            if (!any || groups == null) {
                sink.skipped(place, "nothing says which contact the row is of");
                return;
            }
            groups.add(key.toString(), new PlacedRow(place, cells));
        }

        @Override
        public void header(List<String> names) {
            observer.columns(names, layout.columns().stream().map(Column::name).toList());
        }

        @Override
        public void aside(long place) {
            sink.skipped(place, "no row of data");
        }

        @Override
        public void broken(RowFinding finding) {
            if (over) {
                aside(finding.line());
            } else {
                sink.broken(finding);
            }
        }
    }
}
