package se.nollan.ingest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a submission. Lists are bounded, tallies are not: a body with a million errors has a report of a few pages
 * that still counts each of them.
 *
 * @param refusal why nothing was taken; null: something was, or the submission is at work
 * @param errors the first errors by line
 * @param errorTallies all errors by rule and field
 * @param warnings the first warnings by line
 * @param warningTallies all warnings by rule and field
 * @param skipped rows that tell of no contact, by reason
 * @param unknownLines lines that many rows name and the register does not know
 * @param rowsDropped whether what was listed has been dropped since, after its time
 */
public record Report(
        @Nullable Refusal refusal,
        List<Entry> errors,
        List<Tally> errorTallies,
        List<Entry> warnings,
        List<Tally> warningTallies,
        List<Skipped> skipped,
        List<UnknownLines.Unknown> unknownLines,
        boolean rowsDropped) {

    /** Most errors, and most warnings, that are listed one by one. */
    public static final int LISTED = 1_000;

    public static final Report EMPTY =
            new Report(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

    public Report {
        // A report that was kept before these were.
        skipped = skipped == null ? List.of() : skipped;
        unknownLines = unknownLines == null ? List.of() : unknownLines;
    }

    /**
     * Why nothing was taken.
     *
     * @param reason a word that does not change
     * @param detail plain sentences: what is wrong and what to do
     */
    public record Refusal(String reason, String detail) {}

    /**
     * One finding.
     *
     * @param line line of the body, from 1
     * @param field name of the field; null: the row as such
     * @param rule a word that does not change
     * @param value the shape of the value; null: none to show
     * @param advice what to do
     */
    public record Entry(
            long line,
            @Nullable String field,
            String rule,
            @Nullable String value,
            String advice) {}

    /** How often a rule was broken in a field. */
    public record Tally(String rule, @Nullable String field, long count) {}

    /**
     * Rows that tell of no contact.
     *
     * @param because in the profile's words
     * @param lines the first of them
     */
    public record Skipped(String because, long rows, List<Long> lines) {}

    public Report refusedFor(Refusal reason) {
        return new Report(reason, errors, errorTallies, warnings, warningTallies, skipped, unknownLines, rowsDropped);
    }

    /** With what the database found: the lists are merged by line, the tallies added. */
    public Report with(List<Entry> moreErrors, long errorCount, List<Entry> moreWarnings, long warningCount) {
        return new Report(
                refusal,
                merged(errors, moreErrors),
                added(errorTallies, moreErrors, errorCount),
                merged(warnings, moreWarnings),
                added(warningTallies, moreWarnings, warningCount),
                skipped,
                unknownLines,
                rowsDropped);
    }

    private static List<Entry> merged(List<Entry> some, List<Entry> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Comparator.comparingLong(Entry::line));
        return List.copyOf(all.subList(0, Math.min(LISTED, all.size())));
    }

    private static List<Tally> added(List<Tally> tallies, List<Entry> of, long count) {
        if (count == 0) {
            return tallies;
        }
        var all = new ArrayList<>(tallies);
        all.add(new Tally(of.get(0).rule(), of.get(0).field(), count));
        return List.copyOf(all);
    }
}
