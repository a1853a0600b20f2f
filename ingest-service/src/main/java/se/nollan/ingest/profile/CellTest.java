package se.nollan.ingest.profile;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a profile asks of a cell. An empty cell fits no test but the one for it. */
sealed interface CellTest {

    /** @param row the cell's row, for a test that looks at another column */
    boolean holds(@Nullable String cell, @Nullable String[] row);

    /** One of these texts; the empty text means an empty cell. */
    record Is(Set<String> texts) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return texts.contains(cell == null ? "" : cell);
        }
    }

    record Not(CellTest test) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return !test.holds(cell, row);
        }
    }

    record All(List<CellTest> tests) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return tests.stream().allMatch(test -> test.holds(cell, row));
        }
    }

    record Present(boolean wanted) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return (cell != null) == wanted;
        }
    }

    record StartsWith(Set<String> texts) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return cell != null && texts.stream().anyMatch(cell::startsWith);
        }
    }

    record EndsWith(Set<String> texts) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return cell != null && texts.stream().anyMatch(cell::endsWith);
        }
    }

    record Contains(Set<String> texts) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return cell != null && texts.stream().anyMatch(cell::contains);
        }
    }

    /** The whole cell is of the pattern; of a kind that takes time in proportion to the cell's length, whatever the pattern. */
    record Matches(Pattern pattern) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return cell != null && pattern.matches(cell);
        }
    }

    /** @param sign of the cell's number compared with the bound */
    record Compares(BigDecimal bound, int sign, String decimal) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            var number = cell == null ? null : Numbers.read(cell, decimal);
            return number != null && Integer.signum(number.compareTo(bound)) == sign;
        }
    }

    /** The same as another column's cell, both not empty. */
    record SameAs(int column) implements CellTest {
        @Override
        public boolean holds(@Nullable String cell, @Nullable String[] row) {
            return cell != null && cell.equals(row[column]);
        }
    }
}
