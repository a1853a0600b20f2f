package se.nollan.publish.figure;

import java.time.LocalDate;
import java.util.List;
import se.nollan.publish.results.Channel;

/**
 * Days on which a unit in force sent nothing for a channel.
 *
 * @param wholeMonth nothing was sent on any day of the month
 */
public record Gap(String unit, String name, Channel channel, boolean wholeMonth, List<LocalDate> days) {

    public Gap {
        days = List.copyOf(days);
    }
}
