package se.nollan.ingest.submission;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.Wording;

/** A report as a table, to hand to the vendor: first what became of the submission, then what was counted, then row by row. */
final class ReportCsv {
    private static final List<String> COLUMNS = List.of("what", "line", "field", "rule", "rows", "value", "text");
    // What a spreadsheet would take for a formula.
    private static final String FORMULA = "=+-@\t\r";
    // Without it a spreadsheet takes UTF-8 for something else.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvWriter csv;
    private final Wording wording;

    private ReportCsv(CsvWriter csv, Wording wording) {
        this.csv = csv;
        this.wording = wording;
    }

    static String of(Submission submission, Wording wording) {
        var text = new StringWriter();
        var csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        new ReportCsv(csv, wording).write(submission);
        return BYTE_ORDER_MARK + text;
    }

    private void write(Submission submission) {
        var report = submission.report();
        csv.writeRecord(COLUMNS);
        row(
                "summary",
                null,
                null,
                submission.state().word(),
                submission.counts().read(),
                null,
                SubmissionSummary.of(submission, null, wording));
        var refusal = report.refusal();
        if (refusal != null) {
            row("refusal", null, null, refusal.reason(), null, refusal.detail(), wording.refusal(refusal));
        }
        report.errorTallies().forEach(tally -> tally("errors", tally));
        report.warningTallies().forEach(tally -> tally("warnings", tally));
        report.skipped().forEach(skipped -> row("skipped", null, null, null, skipped.rows(), null, skipped.because()));
        report.errors().forEach(entry -> entry("error", entry));
        report.warnings().forEach(entry -> entry("warning", entry));
    }

    private void tally(String what, Report.Tally tally) {
        row(what, null, tally.field(), tally.rule(), tally.count(), null, wording.advice(tally));
    }

    private void entry(String what, Report.Entry entry) {
        row(what, entry.line(), entry.field(), entry.rule(), null, entry.value(), wording.advice(entry));
    }

    private void row(
            String what,
            @Nullable Long line,
            @Nullable String field,
            @Nullable String rule,
            @Nullable Long rows,
            @Nullable String value,
            String text) {
        csv.writeRecord(what, cell(line), cell(field), cell(rule), cell(rows), harmless(value), harmless(text));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String harmless(@Nullable String text) {
        return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? cell(text) : "'" + text;
    }
}
