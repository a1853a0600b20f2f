package se.nollan.publish.suppression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * The sums of the same cells in several statements, held side by side: a count that is the same in two of them is one unknown, so a
 * difference tells what changed. How far each small count can lie is found by linear programming, with two unknowns (hits and misses)
 * for the count that is asked for, and two for all others that stand in the same sums: which of those has how much makes no difference.
 */
final class Statements {

    private static final double ROUNDING = 1e-6;
    private static final double[] HITS = {1, 0};
    private static final double[] MISSES = {0, 1};
    private static final double[] COUNTED = {1, 1};

    private final long threshold;
    private final long widthAmongSmall;
    private final List<List<Count>> sums = new ArrayList<>();

    Statements(long threshold, long widthAmongSmall) {
        this.threshold = threshold;
        this.widthAmongSmall = widthAmongSmall;
    }

    /** A sum that is told. */
    void add(List<Count> counts) {
        sums.add(counts);
    }

    boolean areSafeTogether() {
        Map<Count, BitSet> sumsOf = new HashMap<>();
        for (int sum = 0; sum < sums.size(); sum++) {
            for (Count count : sums.get(sum)) {
                sumsOf.computeIfAbsent(count, key -> new BitSet()).set(sum);
            }
        }
        Set<Count> small = new LinkedHashSet<>();
        sumsOf.keySet().stream()
                .filter(count -> count.isSmall(threshold) && !isToldAlone(count))
                .forEach(small::add);
        return small.stream().allMatch(count -> isSafe(count, sumsOf));
    }

    /** Who knows which are small knows more: only where less is asked of him does the other reader matter. */
    private boolean isSafe(Count asked, Map<Count, BitSet> sumsOf) {
        return isSafe(asked, sumsOf, true, widthAmongSmall)
                && (widthAmongSmall >= Exposure.WIDTH || isSafe(asked, sumsOf, false, Exposure.WIDTH));
    }

    /** What a statement with a lower threshold has told stays told. */
    private boolean isToldAlone(Count count) {
        return sums.subList(1, sums.size()).contains(List.of(count));
    }

    private boolean isSafe(Count asked, Map<Count, BitSet> sumsOf, boolean smallAreKnown, long width) {
        Map<BitSet, List<Count>> others = new HashMap<>();
        sumsOf.forEach((count, in) -> {
            if (!count.equals(asked)) {
                others.computeIfAbsent(in, key -> new ArrayList<>()).add(count);
            }
        });
        List<BitSet> columns = new ArrayList<>(List.of(sumsOf.get(asked)));
        columns.addAll(others.keySet());
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            bound(
                    constraints,
                    columns,
                    column,
                    column == 0 ? List.of(asked) : others.get(columns.get(column)),
                    smallAreKnown);
        }
        for (int sum = 0; sum < sums.size(); sum++) {
            constraints.add(told(columns, sum, HITS, Count::hits));
            constraints.add(told(columns, sum, MISSES, Count::misses));
        }
        return isWide(constraints, columns.size(), HITS, width)
                && isWide(constraints, columns.size(), MISSES, width)
                && isWide(constraints, columns.size(), COUNTED, width);
    }

    /** Each counted something; to whom knows which are small, a small one less than the threshold and any other no less. */
    private void bound(
            List<LinearConstraint> constraints,
            List<BitSet> columns,
            int column,
            List<Count> counts,
            boolean smallAreKnown) {
        long small = counts.stream().filter(count -> count.isSmall(threshold)).count();
        long large = counts.size() - small;
        double[] counted = row(columns.size(), column, COUNTED);
        constraints.add(new LinearConstraint(
                counted, Relationship.GEQ, smallAreKnown ? small + large * threshold : counts.size()));
        if (smallAreKnown && large == 0) {
            constraints.add(new LinearConstraint(counted, Relationship.LEQ, small * (threshold - 1)));
        }
    }

    private LinearConstraint told(List<BitSet> columns, int sum, double[] of, ToLongFunction<Count> number) {
        double[] row = new double[2 * columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).get(sum)) {
                System.arraycopy(of, 0, row, 2 * column, 2);
            }
        }
        return new LinearConstraint(
                row, Relationship.EQ, sums.get(sum).stream().mapToLong(number).sum());
    }

    /** Whether the first column can lie so far apart; where the solver does not know, it is taken for too narrow. */
    private static boolean isWide(List<LinearConstraint> constraints, int columns, double[] of, long width) {
        double[] row = row(columns, 0, of);
        try {
            return optimum(constraints, row, GoalType.MAXIMIZE) - optimum(constraints, row, GoalType.MINIMIZE)
                    >= width - ROUNDING;
        } catch (MathRuntimeException unsolved) {
            return false;
        }
    }

    private static double optimum(List<LinearConstraint> constraints, double[] row, GoalType goal) {
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(row, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private static double[] row(int columns, int column, double[] of) {
        double[] row = new double[2 * columns];
        System.arraycopy(of, 0, row, 2 * column, 2);
        return row;
    }
}
