package se.nollan.publish.statement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.FigureStatus;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.results.Counts;

/**
 * A statement as a table: RFC 4180, one row for each level, id and channel. The columns are described in
 * {@code deploy/contracts/statement.csv-metadata.json}; new ones are added last.
 */
public final class StatementCsv {

    static final List<String> COLUMNS = List.of(
            "statement",
            "month",
            "state",
            "level",
            "id",
            "name",
            "region",
            "provider",
            "form",
            "channel",
            "status",
            "contacts_in",
            "hits",
            "misses",
            "counted",
            "share",
            "excluded",
            "merged",
            "excluded_by_rule",
            "merged_by_rule");

    private static final String FORMULA = "=+-@\t\r";

    private StatementCsv() {}

    /** The table with its header row. */
    public static String of(Statement statement, ReaderView readerView) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(COLUMNS);
        for (Figure figure : readerView.figures()) {
            List<String> row = new ArrayList<>(COLUMNS.size());
            row.add(statement.id().toString());
            row.add(statement.id().month().toString());
            row.add(statement.signed() == null ? "draft" : "signed");
            addSubject(row, figure);
            addCounts(row, figure, readerView.byRule());
            csv.writeRecord(row);
        }
        return text.toString();
    }

    private static void addSubject(List<String> row, Figure figure) {
        Subject subject = figure.subject();
        row.add(subject.level().word());
        row.add(text(subject.id()));
        row.add(text(subject.name()));
        row.add(Objects.requireNonNullElse(subject.region(), ""));
        row.add(Objects.requireNonNullElse(subject.provider(), ""));
        row.add(subject.form() == null ? "" : subject.form().word());
        row.add(figure.channel().word());
        row.add(figure.status().word());
    }

    /** A figure that is missing or suppressed has empty cells, never zeros. */
    private static void addCounts(List<String> row, Figure figure, boolean byRule) {
        if (figure.status() != FigureStatus.REPORTED) {
            row.addAll(List.of("", "", "", "", "", "", "", "", ""));
            return;
        }
        Counts counts = figure.counts();
        row.add(String.valueOf(counts.contactsIn()));
        row.add(String.valueOf(counts.hits()));
        row.add(String.valueOf(counts.misses()));
        row.add(String.valueOf(counts.counted()));
        row.add(share(counts.share()));
        row.add(String.valueOf(counts.excludedContacts()));
        row.add(String.valueOf(counts.mergedContacts()));
        row.add(byRule ? text(counts.excluded()) : "");
        row.add(byRule ? text(counts.merged()) : "");
    }

    private static String share(@Nullable BigDecimal share) {
        return share == null ? "" : share.toPlainString();
    }

    private static String text(Map<String, Long> byRule) {
        StringJoiner text = new StringJoiner(" ");
        byRule.forEach((rule, count) -> text.add(rule + '=' + count));
        return text.toString();
    }

    /** No spreadsheet takes a name for a formula: an apostrophe before it makes it text. */
    private static String text(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
