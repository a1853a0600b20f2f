package se.nollan.publish.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * The sums of the same cells in several statements, held side by side: a count that is the same in two of them is one unknown, so a
 * difference tells what changed. How far each small count can lie is found by linear programming.
 */
final class Statements {

    private static final double ROUNDING = 1e-6;

    /** A number that readers do not know: the hits or the misses of a cell, as long as both stay what they are. */
    private record Unknown(Count count, boolean hits) {}

    private final long threshold;
    private final long widthAmongSmall;
    private final List<List<Count>> sums = new ArrayList<>();
    private final Map<Unknown, Integer> unknowns = new HashMap<>();

    Statements(long threshold, long widthAmongSmall) {
        this.threshold = threshold;
        this.widthAmongSmall = widthAmongSmall;
    }

    /** A sum that is told. */
    void add(List<Count> counts) {
        sums.add(counts);
        for (Count count : counts) {
            unknowns.putIfAbsent(hits(count), unknowns.size());
            unknowns.putIfAbsent(misses(count), unknowns.size());
        }
    }

    boolean areSafeTogether() {
        return areSafe(false, Exposure.WIDTH) && areSafe(true, widthAmongSmall);
    }

    private boolean areSafe(boolean smallAreKnown, long width) {
        List<LinearConstraint> constraints = constraints(smallAreKnown);
        Set<Count> small = new HashSet<>();
        sums.forEach(counts -> counts.stream()
                .filter(count -> count.isSmall(threshold) && !isToldAlone(count))
                .forEach(small::add));
        return small.stream()
                .allMatch(count -> isWide(constraints, row(hits(count)), width)
                        && isWide(constraints, row(misses(count)), width)
                        && isWide(constraints, row(hits(count), misses(count)), width));
    }

    /** What a statement with a lower threshold has told stays told. */
    private boolean isToldAlone(Count count) {
        return sums.subList(1, sums.size()).contains(List.of(count));
    }

    private List<LinearConstraint> constraints(boolean smallAreKnown) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (List<Count> counts : sums) {
            double[] hits = new double[unknowns.size()];
            double[] misses = new double[unknowns.size()];
            for (Count count : counts) {
                hits[unknowns.get(hits(count))] = 1;
                misses[unknowns.get(misses(count))] = 1;
                boolean small = count.isSmall(threshold);
                double[] counted = row(hits(count), misses(count));
                constraints.add(
                        new LinearConstraint(counted, Relationship.GEQ, smallAreKnown && !small ? threshold : 1));
                if (smallAreKnown && small) {
                    constraints.add(new LinearConstraint(counted, Relationship.LEQ, threshold - 1));
                }
            }
            constraints.add(new LinearConstraint(
                    hits,
                    Relationship.EQ,
                    counts.stream().mapToLong(Count::hits).sum()));
            constraints.add(new LinearConstraint(
                    misses,
                    Relationship.EQ,
                    counts.stream().mapToLong(Count::misses).sum()));
        }
        return constraints;
    }

    private static boolean isWide(List<LinearConstraint> constraints, double[] row, long width) {
        return bound(constraints, row, GoalType.MAXIMIZE) - bound(constraints, row, GoalType.MINIMIZE)
                >= width - ROUNDING;
    }

    private static double bound(List<LinearConstraint> constraints, double[] row, GoalType goal) {
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(row, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private double[] row(Unknown... of) {
        double[] row = new double[unknowns.size()];
        Arrays.stream(of).forEach(unknown -> row[unknowns.get(unknown)] = 1);
        return row;
    }

    private static Unknown hits(Count count) {
        return new Unknown(count, true);
    }

    private static Unknown misses(Count count) {
        return new Unknown(count, false);
    }
}
