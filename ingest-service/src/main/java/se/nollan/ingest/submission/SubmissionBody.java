package se.nollan.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A submission as it is shown. In a list it comes without its report. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmissionBody(
        UUID id,
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
        long registerVersion,
        Instant receivedAt,
        Instant changedAt,
        RowCounts counts,
        @Nullable ReportView report) {

    /**
     * The report: why nothing was taken, the first findings, and all of them counted.
     *
     * @param rowsDropped whether the findings that were listed have been dropped, after their time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportView(
            Report.@Nullable Refusal refusal,
            List<Report.Entry> errors,
            List<Report.Tally> errorCounts,
            List<Report.Entry> warnings,
            List<Report.Tally> warningCounts,
            boolean rowsDropped) {}

    static SubmissionBody whole(Submission of) {
        var report = of.report();
        return view(
                of,
                new ReportView(
                        report.refusal(),
                        report.errors(),
                        report.errorTallies(),
                        report.warnings(),
                        report.warningTallies(),
                        report.rowsDropped()));
    }

    static SubmissionBody brief(Submission of) {
        return view(of, null);
    }

    private static SubmissionBody view(Submission of, @Nullable ReportView report) {
        return new SubmissionBody(
                of.id(),
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
                of.registerVersion(),
                of.receivedAt(),
                of.changedAt(),
                of.counts(),
                report);
    }
}
