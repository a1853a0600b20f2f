package se.nollan.rules.slice;

import java.time.LocalDate;

/**
 * Which days are sealed: their contacts are dropped or about to be, so they are never evaluated again and their results stand.
 *
 * @param daysBefore the first day that is not sealed
 */
public record Seal(LocalDate daysBefore) {

    /** Whether the day is sealed. */
    public boolean covers(LocalDate day) {
        return day.isBefore(daysBefore);
    }
}
