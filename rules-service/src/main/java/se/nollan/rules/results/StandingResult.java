package se.nollan.rules.results;

import java.time.LocalDate;
import se.nollan.rules.measure.Tally;

/** The result that stands of a day and channel of a unit, as far as it is held against a figure that is made again. */
public record StandingResult(
        LocalDate day,
        String channel,
        long revision,
        String hash,
        long registerVersion,
        long contactsIn,
        long hits,
        long counted) {

    /** Whether it says the same. */
    public boolean says(Tally tally) {
        return contactsIn == tally.contactsIn() && hits == tally.hits() && counted == tally.counted();
    }
}
