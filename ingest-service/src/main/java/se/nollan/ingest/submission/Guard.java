package se.nollan.ingest.submission;

import org.jspecify.annotations.Nullable;

/** Nothing good is replaced by nothing (design, invariant 5). */
final class Guard {
    private final int mostPercentInError;

    Guard(int mostPercentInError) {
        this.mostPercentInError = mostPercentInError;
    }

    /**
     * Why a body that was read to its end must not replace what stands; null: it may.
     *
     * @param saidEmpty whether the sender said that there were no contacts
     * @param acceptErrors whether the sender takes many errors on record
     */
    Report.@Nullable Refusal refusal(Counts counts, boolean saidEmpty, boolean acceptErrors) {
        if (saidEmpty) {
            return counts.accepted() + counts.inError() == 0
                    ? null
                    : new Report.Refusal(
                            "NOT_EMPTY",
                            "The submission says empty=true, but its body has rows. Leave empty=true out, or send no rows.");
        }
        if (counts.accepted() == 0) {
            return new Report.Refusal(
                    "NOTHING_ACCEPTED",
                    "No row could be accepted, so nothing was replaced. If there were no contacts at all in the period, say so"
                            + " with empty=true.");
        }
        var rows = counts.read() - counts.skipped();
        if (!acceptErrors && counts.inError() * 100 > rows * mostPercentInError) {
            return new Report.Refusal(
                    "TOO_MANY_ERRORS",
                    counts.inError() + " of " + rows + " rows are in error, more than " + mostPercentInError
                            + " %, so nothing was replaced. Correct the rows; or, if they cannot be corrected, send the body again"
                            + " with acceptErrors=true, which is kept on record.");
        }
        return null;
    }
}
