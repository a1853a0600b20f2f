package se.nollan.rules.measure;

import java.time.LocalTime;

/**
 * When a call to a closed queue counts (P-X9), by the local clock.
 *
 * @param from included
 * @param to included or not, as I-4 says
 */
public record ClosedQueueHours(LocalTime from, LocalTime to) {

    /** 08.00–17.00: the usual opening hours of the country's units taken together [7, 8]. */
    public static final ClosedQueueHours NATIONAL = new ClosedQueueHours(LocalTime.of(8, 0), LocalTime.of(17, 0));

    /** @throws IllegalArgumentException if they do not begin before they end */
    public ClosedQueueHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Opening hours begin before they end, not " + from + " to " + to + ".");
        }
    }
}
