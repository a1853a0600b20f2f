package se.nollan.publish.statement;

import java.util.List;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.results.PutAside;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.WorkedThrough;

/** One reason why a draft cannot be signed, with what it is about. */
public sealed interface Objection {

    /** In plain words, with what to do. */
    String detail();

    /** Invariant 10: a month with a slice sent but not yet evaluated cannot be signed. */
    record NotEvaluated(List<OutstandingSlice> slices) implements Objection {
        @Override
        public String detail() {
            return slices.size()
                    + " slices have been sent but not yet evaluated. Wait until they are, then draft anew.";
        }
    }

    /** The results are no longer those that the draft was summed from. */
    record ResultsChanged(List<ChangedResult> results) implements Objection {
        @Override
        public String detail() {
            return results.size() + " results have changed since the draft. Draft anew.";
        }
    }

    /**
     * A result that differs from the draft's.
     *
     * @param drafted revision in the draft; 0 when the draft has none
     * @param now revision that stands; 0 when there is none
     */
    record ChangedResult(ResultRevision result, long drafted, long now) {}

    /** The register, or what was sent, is no longer what the draft was made by. */
    record BasisChanged(long draftedRegister, long registerNow) implements Objection {
        @Override
        public String detail() {
            return draftedRegister == registerNow
                    ? "What has been sent for the month has changed since the draft. Draft anew."
                    : "The register has changed since the draft, from version " + draftedRegister + " to " + registerNow
                            + ". Draft anew.";
        }
    }

    /** Section 5 of the rules: a month is evaluated whole by one edition. */
    record SeveralEditions(List<String> editions) implements Objection {
        @Override
        public String detail() {
            return "The month is evaluated by several editions (" + String.join(", ", editions)
                    + "), and must be by one. Wait until the re-evaluation is done, then draft anew.";
        }
    }

    /** A result that could not be taken in would be missing, or stand as it was before. */
    record ResultsPutAside(List<PutAside> results) implements Objection {
        @Override
        public String detail() {
            return results.size()
                    + " results could not be taken in and lie in dead-letters. Let the operator look at them and"
                    + " send them again, then draft anew.";
        }
    }

    /** Register, rules or calendar have changed, and not every result is made by what holds now. */
    record EvaluatedAgain(WorkedThrough workedThrough, long registerNow) implements Objection {
        @Override
        public String detail() {
            return workedThrough.atWork().isEmpty()
                    ? "Version " + registerNow + " of the register has come, and results are not made by it yet. Wait a"
                            + " while, then draft anew."
                    : "Days of the month are being evaluated again: results may still change. Wait until that is done,"
                            + " then draft anew.";
        }
    }

    /** Contacts that belong to no unit would be missing from every sum. */
    record Unattributed(List<ResultRevision> results) implements Objection {
        @Override
        public String detail() {
            return results.size() + " results are of units that the register does not know on their day."
                    + " Correct the register, then draft anew.";
        }
    }
}
