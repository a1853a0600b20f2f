package se.nollan.publish.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.results.Channel;

/**
 * Somebody who has every public file of a month, knows which units have not changed between two of them, and may be a provider with its own
 * figures. Knows nothing of how figures are hidden: sets up every shown figure as an equation of units' hits and misses, over all
 * files at once, and asks by linear programming how far each small count can lie.
 */
final class Attacker {

    /** A file: all that is true, and whether a figure is shown. */
    record Published(MonthContent truth, java.util.Set<Figure.Key> hidden) {}

    /** A small count that can be told within one contact either way. */
    record Found(String what, double least, double most) {}

    private static final double WIDTH = 3 - 1e-6;

    private final long threshold;
    private final @Nullable String provider;
    private final Map<String, Integer> unknowns = new LinkedHashMap<>();
    private final Map<String, Long> values = new HashMap<>();
    private final List<Map<String, Integer>> rows = new ArrayList<>();
    private final List<Long> sums = new ArrayList<>();
    private final Map<String, Figure> atoms = new TreeMap<>();
    private final Map<String, Boolean> own = new HashMap<>();

    /** @param provider whose figures the reader knows beside; null for anybody */
    Attacker(List<Published> files, long threshold, @Nullable String provider) {
        this.threshold = threshold;
        this.provider = provider;
        files.forEach(this::read);
        splitUnitsAreTheSumOfTheirParts(files);
    }

    private void read(Published file) {
        List<Figure> leaves =
                file.truth.figures().stream().filter(Attacker::isLeaf).toList();
        for (Figure leaf : leaves) {
            atom(leaf);
        }
        for (Figure figure : file.truth.figures()) {
            boolean known = !file.hidden.contains(figure.key())
                    || isLeaf(figure)
                            && provider != null
                            && provider.equals(figure.subject().provider());
            if (known) {
                for (String of : List.of("h", "m")) {
                    Map<String, Integer> row = new HashMap<>();
                    leaves.stream()
                            .filter(leaf ->
                                    within(leaf, figure) && leaf.counts().counted() > 0)
                            .forEach(leaf -> row.put(name(leaf, of), 1));
                    rows.add(row);
                    sums.add(
                            of.equals("h")
                                    ? figure.counts().hits()
                                    : figure.counts().misses());
                }
            }
        }
    }

    private void atom(Figure leaf) {
        if (leaf.counts().counted() == 0) {
            return;
        }
        atoms.put(name(leaf, "h") + ' ' + name(leaf, "m"), leaf);
        values.put(name(leaf, "h"), leaf.counts().hits());
        values.put(name(leaf, "m"), leaf.counts().misses());
        if (provider != null && provider.equals(leaf.subject().provider())) {
            own.put(name(leaf, "h"), true);
            own.put(name(leaf, "m"), true);
        }
    }

    /** What has not changed has the same name in every file. */
    private static String name(Figure leaf, String of) {
        Subject subject = leaf.subject();
        return String.join(
                "/",
                subject.id().split("#")[0],
                String.valueOf(subject.region()),
                String.valueOf(subject.provider()),
                String.valueOf(subject.form()),
                String.valueOf(subject.level() == Level.CARE_1177),
                leaf.channel().word(),
                leaf.counts().hits() + "+" + leaf.counts().misses(),
                of);
    }

    /** Who follows a unit over a change of owner in the register knows that its contacts are the same. */
    private void splitUnitsAreTheSumOfTheirParts(List<Published> files) {
        Map<String, List<List<Figure>>> seen = new HashMap<>();
        for (Published file : files) {
            Map<String, List<Figure>> ofUnit = new HashMap<>();
            file.truth.figures().stream()
                    .filter(Attacker::isLeaf)
                    .filter(leaf -> leaf.counts().counted() > 0)
                    .forEach(leaf -> ofUnit.computeIfAbsent(
                                    leaf.subject().id().split("#")[0] + leaf.channel(), unit -> new ArrayList<>())
                            .add(leaf));
            ofUnit.forEach((unit, leaves) ->
                    seen.computeIfAbsent(unit, key -> new ArrayList<>()).add(leaves));
        }
        seen.values().forEach(all -> {
            for (List<Figure> other : all.subList(1, all.size())) {
                boolean same = sum(all.get(0), "h") == sum(other, "h") && sum(all.get(0), "m") == sum(other, "m");
                for (String of : List.of("h", "m")) {
                    if (same) {
                        Map<String, Integer> row = new HashMap<>();
                        all.get(0).forEach(leaf -> row.merge(name(leaf, of), 1, Integer::sum));
                        other.forEach(leaf -> row.merge(name(leaf, of), -1, Integer::sum));
                        rows.add(row);
                        sums.add(0L);
                    }
                }
            }
        });
    }

    private static long sum(List<Figure> leaves, String of) {
        return leaves.stream()
                .mapToLong(leaf ->
                        of.equals("h") ? leaf.counts().hits() : leaf.counts().misses())
                .sum();
    }

    private static boolean isLeaf(Figure figure) {
        Subject subject = figure.subject();
        return figure.channel() != Channel.TOTAL
                && (subject.level() == Level.UNIT_PART
                        || subject.level() == Level.CARE_1177
                        || subject.level() == Level.UNIT
                                && subject.provider() != null
                                && subject.region() != null
                                && subject.form() != null);
    }

    private static boolean within(Figure leaf, Figure of) {
        Subject subject = of.subject();
        boolean channel = of.channel() == Channel.TOTAL || of.channel() == leaf.channel();
        boolean apart = leaf.subject().level() == Level.CARE_1177;
        return channel
                && switch (subject.level()) {
                    case NATION -> !apart;
                    case REGION -> !apart && subject.id().equals(leaf.subject().region());
                    case FORM ->
                        !apart
                                && leaf.subject().form() != null
                                && subject.id().equals(leaf.subject().form().word());
                    case PROVIDER ->
                        !apart && subject.id().equals(leaf.subject().provider());
                    case UNIT ->
                        !apart && subject.id().equals(leaf.subject().id().split("#")[0]);
                    case UNIT_PART -> subject.id().equals(leaf.subject().id());
                    case CARE_1177 ->
                        apart && subject.id().equals(leaf.subject().id());
                };
    }

    /** Every small count of somebody else that what is known pins. */
    List<Found> attack() {
        Map<String, Long> known = toldAlone();
        List<LinearConstraint> constraints = constraints(known);
        List<Found> found = new ArrayList<>();
        atoms.values().stream()
                .filter(leaf -> leaf.counts().counted() < threshold)
                .filter(leaf -> !own.containsKey(name(leaf, "h")))
                .forEach(leaf -> {
                    String h = name(leaf, "h");
                    String m = name(leaf, "m");
                    for (List<String> of : List.of(List.of(h), List.of(m), List.of(h, m))) {
                        double base = of.stream()
                                .mapToLong(one -> known.getOrDefault(one, 0L))
                                .sum();
                        List<String> open = of.stream()
                                .filter(one -> !known.containsKey(one))
                                .toList();
                        double most = open.isEmpty() ? base : base + bound(constraints, open, GoalType.MAXIMIZE);
                        double least = most - base < WIDTH || open.isEmpty()
                                ? base
                                : base + bound(constraints, open, GoalType.MINIMIZE);
                        if (most - least < WIDTH) {
                            found.add(new Found(leaf.key() + " " + of, least, most));
                        }
                    }
                });
        return found;
    }

    /** What follows by putting known numbers in, again and again. */
    private Map<String, Long> toldAlone() {
        Map<String, Long> known = new HashMap<>();
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < rows.size(); i++) {
                List<String> open = rows.get(i).keySet().stream()
                        .filter(one -> !known.containsKey(one))
                        .toList();
                if (open.size() == 1 && rows.get(i).get(open.get(0)) != 0) {
                    more |= known.put(open.get(0), values.get(open.get(0))) == null;
                }
            }
        }
        return known;
    }

    private List<LinearConstraint> constraints(Map<String, Long> known) {
        values.keySet().stream()
                .filter(one -> !known.containsKey(one))
                .sorted()
                .forEach(one -> unknowns.put(one, unknowns.size()));
        List<LinearConstraint> constraints = new ArrayList<>();
        java.util.Set<String> seen = new java.util.HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            double[] row = new double[unknowns.size()];
            double rest = sums.get(i);
            for (Map.Entry<String, Integer> term : rows.get(i).entrySet()) {
                if (known.containsKey(term.getKey())) {
                    rest -= term.getValue() * known.get(term.getKey());
                } else {
                    row[unknowns.get(term.getKey())] = term.getValue();
                }
            }
            if (java.util.Arrays.stream(row).anyMatch(one -> one != 0) && seen.add(java.util.Arrays.toString(row))) {
                constraints.add(new LinearConstraint(row, Relationship.EQ, rest));
            }
        }
        for (Figure leaf : atoms.values()) {
            double[] row = new double[unknowns.size()];
            double rest = 1;
            for (String of : List.of(name(leaf, "h"), name(leaf, "m"))) {
                if (known.containsKey(of)) {
                    rest -= known.get(of);
                } else {
                    row[unknowns.get(of)] = 1;
                }
            }
            if (rest > 0 && java.util.Arrays.stream(row).anyMatch(one -> one != 0)) {
                constraints.add(new LinearConstraint(row, Relationship.GEQ, rest));
            }
        }
        return constraints;
    }

    private double bound(List<LinearConstraint> constraints, List<String> of, GoalType goal) {
        double[] row = new double[unknowns.size()];
        of.forEach(one -> row[unknowns.get(one)] = 1);
        try {
            return new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(row, 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (org.hipparchus.exception.MathIllegalStateException noBound) {
            return goal == GoalType.MAXIMIZE ? 1e9 : -1e9;
        }
    }
}
