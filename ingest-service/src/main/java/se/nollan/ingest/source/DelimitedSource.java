package se.nollan.ingest.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.DelimitedText;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.StrictText;

/**
 * Text between delimiters.
 *
 * @param quote null: nothing is quoted
 * @param names the columns in their order, of a file without a header; null: it has one
 * @param ragged whether rows may have fewer cells than there are columns (the rest is empty) or more (they are left out)
 */
public record DelimitedSource(
        Charset encoding,
        char delimiter,
        @Nullable Character quote,
        Header header,
        @Nullable List<String> names,
        boolean ragged,
        Limits limits)
        implements RowSource {
    private static final String HINT = "sep=";

    @Override
    public void read(InputStream body, List<Column> columns, SourceRows rows) throws IOException {
        var text = new PushbackReader(StrictText.of(body, encoding), 8);
        var hint = hint(text);
        var reading = new HeadedRows(header, names, columns, ragged, rows);
        new DelimitedText(hint == 0 ? delimiter : hint, quote, false, limits).read(text, record -> {
            var place = record.getStartingLineNumber() + (hint == 0 ? 0 : 1);
            if (!reading.take(place, record.getFields()) && isSeveralLines(record)) {
                throw limits.quoteNotClosed(place);
            }
        });
        reading.end();
    }

    /** The delimiter that a first line such as {@code sep=;} tells a spreadsheet; 0: there is none. */
    private static char hint(PushbackReader text) throws IOException {
        var start = new char[HINT.length() + 3];
        var read = fill(text, start);
        var said = new String(start, 0, read);
        if (read < HINT.length() + 2 || !said.startsWith(HINT) || !isDelimiter(start[HINT.length()])) {
            text.unread(start, 0, read);
            return 0;
        }
        var end = start[HINT.length() + 1] == '\r' ? HINT.length() + 3 : HINT.length() + 2;
        if (start[end - 1] != '\n') {
            text.unread(start, 0, read);
            return 0;
        }
        text.unread(start, end, read - end);
        return start[HINT.length()];
    }

    /** Whether a character may stand between cells: no letter, digit, quote or line end. */
    public static boolean isDelimiter(char character) {
        return character == '\t'
                || character >= ' ' && character != '"' && character != '\'' && !Character.isLetterOrDigit(character);
    }

    private static int fill(Reader text, char[] into) throws IOException {
        var read = 0;
        while (read < into.length) {
            var more = text.read(into, read, into.length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        return read;
    }

    /** A cell may hold a line break; one that makes the row's cells too few or many has taken in the rows after it. */
    private static boolean isSeveralLines(CsvRecord record) {
        return record.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
    }
}
