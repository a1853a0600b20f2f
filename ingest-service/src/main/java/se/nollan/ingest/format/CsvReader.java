package se.nollan.ingest.format;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contact format as CSV: a header of field names in any order, commas, RFC 4180. */
public final class CsvReader implements RowReader {
    private final Charset encoding;
    private final Limits limits;

    public CsvReader(Charset encoding, Limits limits) {
        this.encoding = encoding;
        this.limits = limits;
    }

    @Override
    public void read(InputStream body, RowSink sink) throws IOException {
        var text = StrictText.of(body, encoding);
        var columns = new ArrayList<Field>();
        @Nullable String[] values = new @Nullable String[Field.COUNT];
        new DelimitedText(',', '"', true, limits).read(text, row -> {
            if (columns.isEmpty()) {
                columns.addAll(fields(row.getFields()));
                return;
            }
            var line = row.getStartingLineNumber();
            if (row.getFieldCount() != columns.size()) {
                if (isSeveralLines(row)) {
                    throw limits.quoteNotClosed(line);
                }
                sink.broken(
                        new RowFinding(line, null, FindingCode.WRONG_FIELD_COUNT, String.valueOf(row.getFieldCount())));
                return;
            }
            if (isSeveralLines(row)) {
                throw limits.quoteNotClosed(line);
            }
            Arrays.fill(values, null);
            for (var i = 0; i < columns.size(); i++) {
                var value = row.getField(i);
                values[columns.get(i).ordinal()] = value.isEmpty() ? null : value;
            }
            sink.row(line, values);
        });
        if (columns.isEmpty()) {
            throw UnreadableBody.empty();
        }
    }

    /** No field of the contact format holds a line break; a single one may be a slip, several are rows that a quote has taken in. */
    private static boolean isSeveralLines(CsvRecord row) {
        for (var i = 0; i < row.getFieldCount(); i++) {
            var field = row.getField(i);
            var first = field.indexOf('\n');
            if (first >= 0 && field.indexOf('\n', first + 1) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Field> fields(List<String> header) {
        var fields = new ArrayList<Field>();
        for (var name : header) {
            var field = Field.named(name);
            if (field == null) {
                throw wrongHeader("Column " + (fields.size() + 1) + " of the header ('" + Shape.of(name)
                        + "', digits shown as 9, letters as a) is no field of the contact format.");
            }
            if (fields.contains(field)) {
                throw wrongHeader("The header names the field '" + name + "' twice.");
            }
            fields.add(field);
        }
        var missing = Field.REQUIRED.stream()
                .filter(required -> !fields.contains(required))
                .map(Field::label)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw wrongHeader("The header lacks these fields: " + missing + ".");
        }
        return fields;
    }

    private static UnreadableBody wrongHeader(String detail) {
        var names = Arrays.stream(Field.values()).map(Field::label).collect(Collectors.joining(","));
        return new UnreadableBody(
                UnreadableBody.Reason.HEADER, detail + " The first row holds names of these, in any order: " + names);
    }
}
