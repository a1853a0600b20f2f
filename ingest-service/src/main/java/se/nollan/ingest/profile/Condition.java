package se.nollan.ingest.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a profile asks of a row, or of the rows of a contact. */
sealed interface Condition {

    /** @param row the row that is asked about */
    boolean holds(RowGroup group, @Nullable String[] row);

    /** What a column's cell says. */
    record OfCell(int column, CellTest test) implements Condition {
        @Override
        public boolean holds(RowGroup group, @Nullable String[] row) {
            return test.holds(row[column], row);
        }
    }

    record All(List<Condition> of) implements Condition {
        @Override
        public boolean holds(RowGroup group, @Nullable String[] row) {
            for (var one : of) {
                if (!one.holds(group, row)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<Condition> of) implements Condition {
        @Override
        public boolean holds(RowGroup group, @Nullable String[] row) {
            for (var one : of) {
                if (one.holds(group, row)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(RowGroup group, @Nullable String[] row) {
            return !condition.holds(group, row);
        }
    }

    /**
     * Whether the contact has a row of a set.
     *
     * @param with in which that row's cell is the same as this row's; null: any row of the set will do
     */
    record Exists(int set, @Nullable Integer with) implements Condition {
        @Override
        public boolean holds(RowGroup group, @Nullable String[] row) {
            if (with == null) {
                return !group.of(set).isEmpty();
            }
            var cell = row[with];
            return cell != null && group.of(set).stream().anyMatch(other -> cell.equals(other[with]));
        }
    }

    /** The same, asked of another row of the contact; of none it does not hold. */
    record In(RowPick pick, Condition condition) implements Condition {
        @Override
        public boolean holds(RowGroup group, @Nullable String[] row) {
            var other = pick.one(group);
            return other != null && condition.holds(group, other);
        }
    }
}
