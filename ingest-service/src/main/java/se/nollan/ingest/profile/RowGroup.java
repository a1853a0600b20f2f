package se.nollan.ingest.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a log that tell of one contact, in their order. */
final class RowGroup {
    private final List<@Nullable String[]> rows;
    private final List<Condition> sets;
    private final LocalDate until;
    private final @Nullable List<@Nullable String[]>[] picked;

    /**
     * @param sets the profile's named sets of rows
     * @param until the last day that is asked for: where a date has no year, it is the last such day up to then
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    RowGroup(List<@Nullable String[]> rows, List<Condition> sets, LocalDate until) {
        this.rows = rows;
        this.sets = sets;
        this.until = until;
        this.picked = new List[sets.size()];
    }

    @Nullable String[] first() {
        return rows.get(0);
    }

    LocalDate until() {
        return until;
    }

    /** The rows of a set, in order. */
    List<@Nullable String[]> of(int set) {
        if (set == RowPick.EVERY_ROW) {
            return rows;
        }
        var known = picked[set];
        if (known == null) {
            known = new ArrayList<>();
            for (var row : rows) {
                if (sets.get(set).holds(this, row)) {
                    known.add(row);
                }
            }
            picked[set] = known;
        }
        return known;
    }
}
