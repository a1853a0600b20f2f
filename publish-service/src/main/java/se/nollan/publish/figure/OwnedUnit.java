package se.nollan.publish.figure;

import java.time.LocalDate;
import java.util.Optional;
import se.nollan.publish.register.Form;
import se.nollan.publish.register.Register;
import se.nollan.publish.register.UnitType;

/**
 * The smallest thing a month is summed from: a unit under one owner. A unit that changes owner inside the month has one
 * part for each.
 *
 * @param apart S-2: 1177, never part of a provider's, a region's or the nation's figures
 */
record OwnedUnit(String unit, boolean apart, String region, String provider, Form form) {

    /** What the register says of a day of a unit. */
    sealed interface Attribution {}

    /** The day is the part's. */
    record To(OwnedUnit part) implements Attribution {}

    /** S-1: a unit of another care level is in no figure; nor is a unit of another region in this scope's. */
    record Elsewhere() implements Attribution {}

    /** The register does not know the unit, or who answers for it, on that day. */
    record Unknown() implements Attribution {}

    static Attribution of(Scope scope, Register register, String unitId, LocalDate day) {
        return register.unit(unitId, day)
                .<Attribution>map(unit -> {
                    if (!register.measures(unit, day) || !scope.holds(unit.region())) {
                        return new Elsewhere();
                    }
                    Optional<Form> form =
                            register.provider(unit.provider(), day).map(provider -> provider.form());
                    return form.<Attribution>map(known -> new To(new OwnedUnit(
                                    unitId,
                                    register.typeOf(unit, day) == UnitType.CARE_1177,
                                    unit.region(),
                                    unit.provider(),
                                    known)))
                            .orElseGet(Unknown::new);
                })
                .orElseGet(Unknown::new);
    }
}
