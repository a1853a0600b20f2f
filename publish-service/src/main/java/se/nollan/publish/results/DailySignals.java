package se.nollan.publish.results;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a unit, day and channel with what goes with them.
 *
 * @param signals null when the result does not say
 */
public record DailySignals(
        String unit,
        LocalDate date,
        Channel channel,
        Counts counts,
        @Nullable DaySignals signals) {}
