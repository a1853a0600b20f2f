package se.nollan.publish.submissions;

import java.time.LocalDate;
import java.util.List;

/**
 * A slice that has been sent but not yet evaluated in the revision that stands (invariant 10).
 *
 * @param revision the revision sent
 * @param submission id of the submission that sent it
 * @param units HSA-ids of the units it touches
 */
public record OutstandingSlice(
        String provider,
        String system,
        String line,
        LocalDate date,
        long revision,
        String submission,
        List<String> units) {

    public OutstandingSlice {
        units = List.copyOf(units);
    }
}
