package se.nollan.publish.suppression;

import java.util.List;

/**
 * Cells that are only ever published together: every figure has all of them in it, or none. One cell is a group too.
 *
 * @param counts in the order of their cells
 * @param shown whether their sum is known to readers; the figures that have another group in them are hidden
 */
public record Group(List<Count> counts, boolean shown) {

    public Group {
        counts = List.copyOf(counts);
    }

    boolean has(Cell cell) {
        return counts.stream().anyMatch(count -> count.cell().equals(cell));
    }
}
