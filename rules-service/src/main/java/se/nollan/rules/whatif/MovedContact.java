package se.nollan.rules.whatif;

import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Judgement;

/**
 * A contact that other rules give another disposition, by another rule, or to another unit. Which contact stands for a group may change
 * as well; for the merged ones that is no move.
 *
 * @param ruleSet which of the rule sets asked about, from 0
 * @param unit whose it is, or would be, of those asked about
 * @param from what it is; null where no unit has it
 * @param to what it would be; null where no unit would have it
 */
record MovedContact(
        int ruleSet,
        String unit,
        Contact contact,
        @Nullable Judgement from,
        @Nullable Judgement to) {

    static boolean isOne(@Nullable Judgement from, @Nullable Judgement to) {
        if (from == null || to == null) {
            return from != to;
        }
        return from.disposition().rule() != to.disposition().rule()
                || from.disposition().getClass() != to.disposition().getClass()
                || !from.unit().equals(to.unit());
    }
}
