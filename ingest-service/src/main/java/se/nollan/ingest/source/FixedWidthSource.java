package se.nollan.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.LineReader;
import se.nollan.ingest.format.StrictText;
import se.nollan.ingest.format.UnreadableBody;

/**
 * Lines in which a column has always the same place, named by it: {@code 11-20} are the eleventh to the twentieth character.
 *
 * @param title so many first lines that are no data
 */
public record FixedWidthSource(Charset encoding, int title, Limits limits) implements RowSource {
    private static final Pattern PLACE = Pattern.compile("([1-9]\\d{0,4})-([1-9]\\d{0,4})?");

    private record Place(int from, int to) {}

    @Override
    public void read(InputStream body, List<Column> columns, SourceRows rows) throws IOException {
        var places = columns.stream().map(column -> place(column.name())).toList();
        var lines = new LineReader(StrictText.of(body, encoding), limits);
        var any = false;
        for (var line = lines.next(); line != null; line = lines.next()) {
            any = true;
            limits.check(lines.number());
            if (lines.number() <= title || line.isBlank()) {
                rows.aside(lines.number());
                continue;
            }
            @Nullable String[] cells = new @Nullable String[places.size()];
            for (var i = 0; i < cells.length; i++) {
                var place = places.get(i);
                var to = Math.min(place.to(), line.length());
                cells[i] = place.from() < to ? Cells.text(line.substring(place.from(), to)) : null;
            }
            rows.row(lines.number(), cells);
        }
        if (!any) {
            throw UnreadableBody.empty();
        }
    }

    @Override
    public @Nullable String wrongWith(String column) {
        return PLACE.matcher(column).matches()
                ? null
                : "a column of fixed width is named by its place, as 11-20 or 21-";
    }

    private static Place place(String name) {
        var place = PLACE.matcher(name);
        if (!place.matches()) {
            throw new IllegalStateException("No place of a column: " + name);
        }
        var to = place.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(place.group(2));
        return new Place(Integer.parseInt(place.group(1)) - 1, to);
    }
}
