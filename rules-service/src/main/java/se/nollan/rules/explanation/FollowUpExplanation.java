package se.nollan.rules.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.followup.OwnRulesVersion;
import se.nollan.rules.measure.Counts;

/**
 * A unit's month as its region follows it up, beside the national figure. Never a result, and never sent.
 *
 * @param reading always {@code regional}
 * @param regional the region's own rules
 * @param national what everything else is judged by
 * @param channels phone, chat and total
 */
record FollowUpExplanation(
        String unit,
        YearMonth month,
        LocalDate from,
        LocalDate to,
        String reading,
        OwnRulesVersion regional,
        JsonNode national,
        long registerVersion,
        SliceDigest slices,
        List<ChannelFollowUp> channels,
        List<DayFollowUp> days) {

    /** Hits, counted and their share. */
    record Figure(
            long contactsIn,
            long hits,
            long counted,
            @Nullable BigDecimal share) {

        static Figure of(Counts counts) {
            return new Figure(counts.contactsIn(), counts.hits(), counts.counted(), counts.share());
        }
    }

    /**
     * Counted callback cases, and those that were called back within the region's target.
     *
     * @param share null when there are none, or the region sets no target
     */
    record Target(
            @Nullable Integer minutes,
            long callbacks,
            long within,
            @Nullable BigDecimal share) {}

    /**
     * A channel, or both.
     *
     * @param figure by the region's rules, {@code national} by the national ones
     */
    record ChannelFollowUp(String channel, Figure figure, Figure national, Formula formula, Target target) {}

    /** A day by the region's rules. */
    record DayFollowUp(LocalDate date, Figure phone, Figure chat, Target target) {}
}
