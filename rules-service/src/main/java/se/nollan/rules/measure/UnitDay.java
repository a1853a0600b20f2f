package se.nollan.rules.measure;

/**
 * What a contact is judged in: a measured unit on a day, under a rule set.
 *
 * @param workingDay whether the day is a helgfri vardag under the rule set (P-X1, I-5)
 */
record UnitDay(Register.Unit unit, Day day, boolean workingDay, RuleSet rules) {

    boolean isPrimaryCare() {
        return unit.type() != Register.UnitType.ANNAN_VARDNIVA;
    }
}
