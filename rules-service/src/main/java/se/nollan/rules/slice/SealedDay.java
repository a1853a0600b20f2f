package se.nollan.rules.slice;

import java.util.Collection;
import se.nollan.base.http.Problems;
import se.nollan.rules.queue.UnitDay;

/** What is said of days that can no longer be taken apart. */
final class SealedDay {

    private static final int GONE = 410;

    private SealedDay() {}

    /** Problem 410 when one of the days is sealed. */
    static void checkNone(Collection<UnitDay> unitDays, Seal seal) {
        if (unitDays.stream().anyMatch(unitDay -> seal.covers(unitDay.day()))) {
            throw Problems.problem(
                            GONE,
                            "sealed",
                            "The contacts have been dropped",
                            "Contacts of days before " + seal.daysBefore()
                                    + " have been dropped after their time: such days are"
                                    + " sealed, can no longer be taken apart and are never evaluated again. Their results stand:"
                                    + " ask for /rules/v1/results with unit, from and to.")
                    .with("sealed", true)
                    .with("sealedBefore", seal.daysBefore())
                    .build();
        }
    }
}
