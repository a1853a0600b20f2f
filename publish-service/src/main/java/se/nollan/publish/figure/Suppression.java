package se.nollan.publish.figure;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.nollan.publish.figure.Equations.Equation;

/**
 * Which figures the public does not see: the small ones (fewer contacts counted than a threshold, but not none), and as
 * many others as it takes that none of those can be computed back from a sum. Zero is not small: it says nothing of anyone.
 */
public final class Suppression {

    private static final Comparator<Figure.Key> ORDER =
            comparing(Figure.Key::level).thenComparing(Figure.Key::id).thenComparing(Figure.Key::channel);

    private final long threshold;
    private final Map<Figure.Key, Long> counted = new HashMap<>();
    private final Set<Figure.Key> hidden = new HashSet<>();

    private Suppression(Collection<Figure> figures, long threshold) {
        this.threshold = threshold;
        for (Figure figure : figures) {
            long contacts = figure.counts().counted();
            counted.put(figure.key(), contacts);
            if (contacts > 0 && contacts < threshold) {
                hidden.add(figure.key());
            }
        }
    }

    /**
     * The keys of the figures to hide.
     *
     * @param threshold contacts counted from which a figure is shown; 0 or 1 hides nothing
     */
    public static Set<Figure.Key> of(Collection<Figure> figures, long threshold) {
        Suppression suppression = new Suppression(figures, threshold);
        if (!suppression.hidden.isEmpty()) {
            suppression.close(Equations.of(figures));
        }
        return Set.copyOf(suppression.hidden);
    }

    /** Hides more until no equation gives a hidden figure away. It ends because it only ever hides. */
    private void close(List<Equation> equations) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Equation equation : equations) {
                while (givesAway(equation)) {
                    Optional<Figure.Key> next = next(equation);
                    if (next.isEmpty()) {
                        break;
                    }
                    changed |= hidden.add(next.get());
                }
            }
        }
    }

    private boolean givesAway(Equation equation) {
        List<Figure.Key> terms =
                equation.terms().stream().filter(hidden::contains).toList();
        boolean sumHidden = hidden.contains(equation.sum());
        if (terms.size() + (sumHidden ? 1 : 0) == 1) {
            return true;
        }
        return !sumHidden && !terms.isEmpty() && leavesOnePossibility(terms);
    }

    /** A known sum of small figures pins them where each must be 1, or each the largest small number. */
    private boolean leavesOnePossibility(List<Figure.Key> terms) {
        long sum = terms.stream().mapToLong(counted::get).sum();
        boolean allSmall = terms.stream().allMatch(term -> counted.get(term) < threshold);
        return allSmall && (sum == terms.size() || sum == terms.size() * (threshold - 1));
    }

    /** The unit's total goes with its channel; across levels it is the next smallest, the sum only when nothing else is left. */
    private Optional<Figure.Key> next(Equation equation) {
        Optional<Figure.Key> sum =
                Stream.of(equation.sum()).filter(this::canHide).findFirst();
        Optional<Figure.Key> smallest = equation.terms().stream()
                .filter(this::canHide)
                .min(comparing((Figure.Key key) -> counted.get(key)).thenComparing(ORDER));
        return equation.acrossChannels() ? sum.or(() -> smallest) : smallest.or(() -> sum);
    }

    private boolean canHide(Figure.Key key) {
        return counted.get(key) > 0 && !hidden.contains(key);
    }
}
