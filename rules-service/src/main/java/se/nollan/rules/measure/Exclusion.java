package se.nollan.rules.measure;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reason to leave a contact out. */
record Exclusion(Rule rule, Predicate<Entry> fits) {

    /** The first reason that fits, or null. */
    static @Nullable Rule first(List<Exclusion> inOrder, Entry entry) {
        for (Exclusion exclusion : inOrder) {
            if (exclusion.fits.test(entry)) {
                return exclusion.rule;
            }
        }
        return null;
    }
}
