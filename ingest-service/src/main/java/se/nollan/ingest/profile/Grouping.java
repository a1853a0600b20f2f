package se.nollan.ingest.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are one contact's.
 *
 * @param by rows with the same values are; a row without any of them is none of a contact's
 * @param order by these values, numbers as numbers; else as they stand in the file
 * @param versions which of rows that were delivered again hold; null: all
 * @param sets the named sets of rows
 * @param opens with each row of this set another contact begins; null: the group is one contact
 * @param skip groups that are no contact
 */
record Grouping(
        List<Value> by,
        List<Value> order,
        @Nullable Versions versions,
        List<Condition> sets,
        @Nullable Integer opens,
        List<Exclusion> skip) {

    /**
     * @param of rows with the same values are versions of each other; none: all rows of the group are
     * @param latest the version with the highest value holds
     * @param together rows that have this value in common with it hold as well; null: it alone
     */
    record Versions(List<Value> of, Value latest, @Nullable Value together) {}
}
