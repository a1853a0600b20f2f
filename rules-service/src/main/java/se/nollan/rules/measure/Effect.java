package se.nollan.rules.measure;

import java.time.LocalDate;

/**
 * What one other reading of one interpretation would change in a unit's day: a difference to the figure as it is read.
 *
 * @param reading the other reading
 * @param hits hits more, or fewer where it is negative
 * @param counted contacts counted more or fewer
 */
public record Effect(
        String unit,
        LocalDate date,
        Channel channel,
        Interpretation interpretation,
        String reading,
        long hits,
        long counted) {}
