package se.nollan.rules.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.RuleText;

/**
 * How somebody's answers compare with the vectors.
 *
 * @param system what the answers are of, as the sender calls it
 * @param vectorsHash which vectors they were held against
 * @param results one for each vector, in the order of the vectors
 */
record ConformanceReport(String system, String vectorsHash, Summary summary, List<Result> results) {

    /** What became of a vector. */
    enum Verdict {
        /** Every contact and every figure is as it must be. */
        PASSED,
        /** The figures are as they must be; what became of each contact was not told. */
        FIGURES_ONLY,
        FAILED,
        /** There was no answer. */
        MISSING
    }

    /**
     * Counts of verdicts.
     *
     * @param conforms whether none failed and none is missing
     */
    record Summary(
            boolean conforms, long vectors, long passed, long figuresOnly, long failed, long missing, Text text) {}

    /** One vector. */
    record Result(String vector, String set, String rule, Text why, Verdict verdict, List<Difference> differences) {}

    /**
     * One thing that differs.
     *
     * @param contact the contact, or null when it is a figure
     * @param figure unit, date and channel, or null when it is a contact
     * @param expected what it must be; null when there should be none
     * @param got what was answered; null when nothing was
     * @param rule the rule that decides, in words; null for a figure
     */
    record Difference(
            @Nullable String contact,
            @Nullable String figure,
            @Nullable String expected,
            @Nullable String got,
            @Nullable RuleText rule,
            Text text) {}
}
