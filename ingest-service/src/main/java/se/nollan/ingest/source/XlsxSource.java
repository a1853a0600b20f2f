package se.nollan.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.UnreadableBody;

/**
 * A workbook's sheet. Numbers come as they are stored, without exponents and ending zeros; so do dates, as the days since 1899-12-30 whichever
 * base the workbook has.
 *
 * @param sheet its name; null: the first that is not hidden
 * @param names the columns in their order, of a sheet without a header; null: it has one
 */
public record XlsxSource(
        @Nullable String sheet, Header header, @Nullable List<String> names, Limits limits) implements RowSource {
    private static final int MOST_PACKED = 16 << 20;
    private static final long MOST_UNPACKED = 512L << 20;
    // Shared texts are held in memory for as long as the sheet is read.
    private static final long MOST_TEXTS = 32L << 20;
    private static final int MOST_OF_WORKBOOK = 1 << 20;
    // The library takes date1904="1", which is what spreadsheets write, for no.
    private static final Pattern DATE_1904 =
            Pattern.compile("<(?:\\w+:)?workbookPr\\b[^>]*\\bdate1904=[\"'](?:1|true|on)[\"']");
    // A workbook takes many times its size in memory while it is read.
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);
    private static final BigDecimal FROM_1904 = BigDecimal.valueOf(1462);
    private static final Pattern NOT_LETTERS_OF_A_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

    @Override
    public void read(InputStream body, List<Column> columns, SourceRows rows) throws IOException {
        var packed = body.readNBytes(MOST_PACKED + 1);
        if (packed.length == 0) {
            throw UnreadableBody.empty();
        }
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            read(packed, isFrom1904(packed), columns, rows);
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private void read(byte[] packed, boolean from1904, List<Column> columns, SourceRows rows) {
        try (var workbook = open(packed, from1904);
                var lines = lines(workbook)) {
            var reading = new HeadedRows(header, names, columns, true, rows);
            var line = lines.iterator();
            for (var count = 1L; isMore(line); count++) {
                limits.check(count);
                take(line, from1904, reading);
            }
            reading.end();
        } catch (IOException e) {
            throw broken();
        }
    }

    // The library says in many ways that a workbook is not as it should be.
    private static ReadableWorkbook open(byte[] packed, boolean from1904) {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(from1904, false));
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    private Stream<Row> lines(ReadableWorkbook workbook) {
        var read = sheet(workbook);
        try {
            return read.openStream();
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    private static boolean isMore(Iterator<Row> rows) {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            throw broken();
        }
    }

    private static void take(Iterator<Row> rows, boolean from1904, HeadedRows reading) {
        List<String> cells;
        int number;
        try {
            var row = rows.next();
            cells = cells(row, from1904);
            number = row.getRowNum();
        } catch (RuntimeException e) {
            throw broken();
        }
        reading.take(Math.max(1, number), cells);
    }

    private Sheet sheet(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(one -> sheet == null
                        ? one.getVisibility() == SheetVisibility.VISIBLE
                        : one.getName().strip().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new UnreadableBody(
                        UnreadableBody.Reason.WORKBOOK,
                        sheet == null
                                ? "The workbook has no visible sheet."
                                : "The workbook has no sheet '" + sheet + "', which the profile reads."));
    }

    private static List<String> cells(Row row, boolean from1904) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(cell -> text(cell, from1904)).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell, boolean from1904) {
        var raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false";
        }
        if (cell.getType() == CellType.STRING) {
            return String.valueOf(cell.getValue());
        }
        if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
            return raw;
        }
        try {
            var number = new BigDecimal(raw);
            var day = from1904 && isDate(cell.getDataFormatString()) ? number.add(FROM_1904) : number;
            return day.signum() == 0 ? "0" : day.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException textOfAFormula) {
            return raw;
        }
    }

    /** Whether numbers of this format are shown as a date: its letters tell, beside texts and colours. */
    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var letters = NOT_LETTERS_OF_A_FORMAT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
    }

    /** Whether days are counted from 1904 on; refuses a small file that unpacks to a very large one on the way. */
    private static boolean isFrom1904(byte[] packed) {
        if (packed.length > MOST_PACKED) {
            throw tooLarge();
        }
        var unpacked = 0L;
        var any = false;
        var from1904 = false;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                any = true;
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("xl/workbook.xml")) {
                    var workbook = zip.readNBytes(MOST_OF_WORKBOOK);
                    unpacked += workbook.length;
                    from1904 = DATE_1904
                            .matcher(new String(workbook, StandardCharsets.UTF_8))
                            .find();
                }
                unpacked += rest(
                        zip,
                        name.endsWith("sharedstrings.xml") ? MOST_TEXTS : MOST_UNPACKED - unpacked,
                        name.contains("worksheets/"));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
        if (!any) {
            throw broken();
        }
        return from1904;
    }

    private static long rest(ZipInputStream zip, long most, boolean isText) throws IOException {
        var buffer = new byte[1 << 16];
        var bounds = new WorkbookBounds();
        var size = 0L;
        for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            if (size > most || isText && !bounds.take(buffer, read)) {
                throw tooLarge();
            }
        }
        return size;
    }

    private static UnreadableBody tooLarge() {
        return new UnreadableBody(
                UnreadableBody.Reason.WORKBOOK,
                "The workbook is too large. Send shorter periods, or have the system export delimited text.");
    }

    private static UnreadableBody broken() {
        return new UnreadableBody(
                UnreadableBody.Reason.WORKBOOK,
                "The body is no workbook (.xlsx), or a broken one. Export it again; the old form (.xls) is not read.");
    }
}
