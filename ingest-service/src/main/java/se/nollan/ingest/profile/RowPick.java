package se.nollan.ingest.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a contact's are meant, as {@code first queue} or {@code all attempt} says.
 *
 * @param set which of the profile's sets
 */
record RowPick(int set, Which which) {
    /** The set of all rows, which every profile has under the name {@code row}. */
    static final int EVERY_ROW = -1;

    static final String EVERY_ROW_NAME = "row";

    enum Which {
        FIRST,
        LAST,
        ALL
    }

    /** The one row; null: there is none. */
    @Nullable String @Nullable [] one(RowGroup group) {
        List<@Nullable String[]> rows = group.of(set);
        if (rows.isEmpty()) {
            return null;
        }
        return rows.get(which == Which.LAST ? rows.size() - 1 : 0);
    }
}
