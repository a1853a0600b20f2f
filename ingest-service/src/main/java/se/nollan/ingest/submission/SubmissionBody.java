package se.nollan.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.report.UnknownLines;
import se.nollan.ingest.report.Wording;

/**
 * A submission as it is shown. In a list it comes without its report.
 *
 * @param id null: it was only tried
 * @param repeats an earlier one with the same body for the same days
 * @param effect what it would change, when it was only tried
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmissionBody(
        @Nullable UUID id,
        long revision,
        String provider,
        String system,
        String profile,
        LocalDate from,
        LocalDate to,
        @Nullable List<String> lines,
        boolean empty,
        boolean acceptErrors,
        @Nullable String replaces,
        String state,
        String sentBy,
        @Nullable UUID repeats,
        long registerVersion,
        Instant receivedAt,
        Instant changedAt,
        RowCounts counts,
        @Nullable Effect effect,
        @Nullable ReportView report) {

    /**
     * The report: why nothing was taken, the first findings, and all of them counted.
     *
     * @param summary what became of it and what to do now, in plain sentences
     * @param skipped rows that tell of no contact, by reason
     * @param unknownLines lines that many rows name and the register does not know: the region adopts them, or the value is wrong
     * @param rowsDropped whether the findings that were listed have been dropped, after their time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportView(
            String summary,
            Report.@Nullable Refusal refusal,
            List<Report.Entry> errors,
            List<Report.Tally> errorCounts,
            List<Report.Entry> warnings,
            List<Report.Tally> warningCounts,
            List<Report.Skipped> skipped,
            List<UnknownLines.Unknown> unknownLines,
            boolean rowsDropped) {}

    static SubmissionBody whole(Submission of, Wording wording) {
        return view(of, of.id(), null, report(of, null, wording));
    }

    /** Of a submission that was only tried. */
    static SubmissionBody tried(Submission of, Effect effect, Wording wording) {
        return view(of, null, effect, report(of, effect, wording));
    }

    static SubmissionBody brief(Submission of) {
        return view(of, of.id(), null, null);
    }

    private static ReportView report(Submission of, @Nullable Effect effect, Wording wording) {
        var report = of.report();
        return new ReportView(
                SubmissionSummary.of(of, effect, wording),
                report.refusal(),
                wording.advised(report.errors()),
                report.errorTallies(),
                wording.advised(report.warnings()),
                report.warningTallies(),
                report.skipped(),
                report.unknownLines(),
                report.rowsDropped());
    }

    private static SubmissionBody view(
            Submission of, @Nullable UUID id, @Nullable Effect effect, @Nullable ReportView report) {
        return new SubmissionBody(
                id,
                of.revision(),
                of.provider(),
                of.system(),
                of.profile(),
                of.from(),
                of.to(),
                of.lines(),
                of.saidEmpty(),
                of.acceptErrors(),
                of.replaces(),
                of.state().word(),
                of.sentBy(),
                of.repeats(),
                of.registerVersion(),
                of.receivedAt(),
                of.changedAt(),
                of.counts(),
                effect,
                report);
    }
}
