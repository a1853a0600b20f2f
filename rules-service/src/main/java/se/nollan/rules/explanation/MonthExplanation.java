package se.nollan.rules.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import se.nollan.rules.measure.Counts;

/**
 * A unit's month, from the figure down to the days.
 *
 * @param from the first day of the month on which the unit is measured and the caller may read of it, and {@code to} the last
 * @param reading by what it is judged: {@code national}, or {@code asked} when another edition was named
 * @param pending on how many days something has come that no result knows yet
 * @param channels phone, chat and total
 * @param gaps what the rules cannot see, whatever the figure
 * @param provenance what all of it was made from
 */
record MonthExplanation(
        String unit,
        YearMonth month,
        LocalDate from,
        LocalDate to,
        String reading,
        long pending,
        List<ChannelMonth> channels,
        List<DayFigure> days,
        List<KnownGap> gaps,
        Provenance provenance) {

    /** The month in one channel, or in both. */
    record ChannelMonth(String channel, Counts counts, Formula formula, List<RuleCount> rules) {}

    /**
     * One day of the month.
     *
     * @param workingDay whether it is a helgfri vardag under the rule set (P-X1, I-5): phone is measured on those only
     * @param results the results that stand, and whether each says the same; none when another edition was asked for
     * @param contacts where its contacts are, one by one
     */
    record DayFigure(
            LocalDate date,
            boolean workingDay,
            boolean pending,
            Counts phone,
            Counts chat,
            Counts total,
            List<DayResult> results,
            String contacts) {}

    /** A result that stands, beside what is made again. */
    record DayResult(String channel, long revision, String hash, long registerVersion, boolean saysTheSame) {}

    /**
     * What an answer was made from.
     *
     * @param ruleSet edition, calendar and every switch
     * @param registerVersion the version by which lines became units
     */
    record Provenance(JsonNode ruleSet, long registerVersion, SliceDigest slices) {}
}
