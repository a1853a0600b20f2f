package se.nollan.rules.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.nollan.rules.queue.UnitDay;

/** How much of the queue one round takes: unit-days differ by a thousand times in what they hold, and a round holds all of its own. */
final class RoundBudget {

    /** Some fifty megabytes once they are read; two rounds may be at work. */
    static final long MOST_CONTACTS = 100_000;

    private RoundBudget() {}

    /**
     * The first of the unit-days, as many as fit; at least one, for a unit-day is evaluated whole. The others stay in the queue.
     *
     * @param contacts how many each holds; none where it is not there
     */
    static List<UnitDay> fitting(List<UnitDay> taken, Map<UnitDay, Long> contacts) {
        List<UnitDay> fitting = new ArrayList<>();
        long sum = 0;
        for (UnitDay unitDay : taken) {
            sum += contacts.getOrDefault(unitDay, 0L);
            if (!fitting.isEmpty() && sum > MOST_CONTACTS) {
                break;
            }
            fitting.add(unitDay);
        }
        return fitting;
    }
}
