package se.nollan.ingest.format;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of text between delimiters, quoted as RFC 4180 says or not at all. */
public final class DelimitedText {
    // A character that no text holds, since control characters are refused: turns quoting off.
    private static final char NO_QUOTE = '\u0001';

    private final char delimiter;
    private final char quote;
    private final boolean strictQuotes;
    private final Limits limits;

    /** @param strictQuotes whether nothing may stand between a closing quote and the next delimiter (RFC 4180) */
    public DelimitedText(char delimiter, @Nullable Character quote, boolean strictQuotes, Limits limits) {
        this.delimiter = delimiter;
        this.quote = quote == null ? NO_QUOTE : quote;
        this.strictQuotes = strictQuotes;
        this.limits = limits;
    }

    /** Hands every row on; rows without any cell are passed over. */
    public void read(Reader text, Consumer<CsvRecord> row) throws IOException {
        var line = 1L;
        try (var reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(!strictQuotes)
                .maxBufferSize(limits.lineLength())
                .build(
                        CsvRecordHandler.of(
                                one -> one.maxFieldSize(limits.lineLength()).maxRecordSize(limits.lineLength())),
                        text)) {
            Iterator<CsvRecord> records = reader.iterator();
            for (var rows = 0L; records.hasNext(); rows++) {
                limits.check(rows);
                var record = records.next();
                line = record.getStartingLineNumber();
                row.accept(record);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw unreadable(e, line + 1);
        }
    }

    // FastCSV wraps whatever its source throws, and tells its own limits in words only.
    private UnreadableBody unreadable(CsvParseException e, long line) throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableBody log) {
                throw log;
            }
            if (cause instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            if (cause instanceof IOException io && !isOverflow(io)) {
                throw io;
            }
        }
        return isAboutQuotes(e) ? limits.quoteNotClosed(line) : limits.lineTooLong(line);
    }

    private static boolean isAboutQuotes(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null
                    && cause.getMessage().toLowerCase(Locale.ROOT).contains("quote")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOverflow(IOException e) {
        return e.getMessage() != null && e.getMessage().contains("maximum buffer size");
    }
}
