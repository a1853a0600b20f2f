package se.nollan.ingest.submission;

import org.jspecify.annotations.Nullable;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;

/** Nothing good is replaced by nothing (design, invariant 5). */
final class ReplacementGuard {
    private final int mostPercentInError;

    ReplacementGuard(int mostPercentInError) {
        this.mostPercentInError = mostPercentInError;
    }

    /**
     * Why a body that was read to its end must not replace what stands; null: it may.
     *
     * @param saidEmpty whether the sender said that there were no contacts
     * @param acceptErrors whether the sender takes many errors on record
     */
    Report.@Nullable Refusal refusal(RowCounts rowCounts, boolean saidEmpty, boolean acceptErrors) {
        if (saidEmpty) {
            return rowCounts.accepted() + rowCounts.inError() == 0
                    ? null
                    : new Report.Refusal(
                            "NOT_EMPTY",
                            "The submission says empty=true, but its body has rows. Leave empty=true out, or send no rows.");
        }
        if (rowCounts.accepted() == 0) {
            return new Report.Refusal(
                    "NOTHING_ACCEPTED",
                    "No row could be accepted, so nothing was replaced. If there were no contacts at all in the period, say so"
                            + " with empty=true.");
        }
        var rows = rowCounts.read() - rowCounts.skipped() - rowCounts.joined();
        if (!acceptErrors && rowCounts.inError() * 100 > rows * mostPercentInError) {
            return new Report.Refusal(
                    "TOO_MANY_ERRORS",
                    rowCounts.inError() + " of " + rows + " rows are in error, more than " + mostPercentInError
                            + " %, so nothing was replaced. Correct the rows; or, if they cannot be corrected, send the body again"
                            + " with acceptErrors=true, which is kept on record.");
        }
        return null;
    }
}
