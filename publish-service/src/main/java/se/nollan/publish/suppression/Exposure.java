package se.nollan.publish.suppression;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What readers can work out of a group: everybody from its sum, a provider with its own units in it from what is left of the sum
 * without them. A small count is exposed where what it counted, its hits or its misses could lie in too narrow an interval.
 *
 * <p>The strongest reader is assumed: who knows which counts are small, and which have not changed between two statements.
 */
final class Exposure {

    /** An interval of this width or more gives nothing away within one contact either way. */
    static final long WIDTH = 3;

    private final long threshold;

    Exposure(long threshold) {
        this.threshold = threshold;
    }

    /** How far apart the bounds of a small count must be for a reader who knows that it is small: as far as that allows. */
    long widthAmongSmall() {
        return Math.min(WIDTH, Math.max(0, threshold - 2));
    }

    /**
     * Whether the sum of the counts may be told.
     *
     * @param earlier groups of other statements that have some of these cells, with what they counted there
     */
    boolean isSafe(List<Count> counts, List<Group> earlier) {
        if (!hasSmall(counts) && earlier.stream().noneMatch(group -> hasSmall(group.counts()))) {
            return true;
        }
        if (hasSmall(counts) && (counts.size() == 1 || sum(counts) < threshold)) {
            return false;
        }
        Set<String> readers = providers(counts, earlier);
        return oneSumIsSafe(counts)
                && readers.stream().allMatch(provider -> oneSumIsSafe(without(provider, counts)))
                && areSafeTogether(null, counts, earlier)
                && readers.stream().allMatch(provider -> areSafeTogether(provider, counts, earlier));
    }

    /** @param provider who reads and knows its own counts; null: anybody */
    private boolean areSafeTogether(@Nullable String provider, List<Count> counts, List<Group> earlier) {
        if (earlier.isEmpty()) {
            return true;
        }
        List<Count> unknown = without(provider, counts);
        Statements statements = new Statements(threshold, widthAmongSmall());
        statements.add(unknown);
        Set<List<Count>> sums = new HashSet<>(Set.of(unknown));
        for (Group group : earlier) {
            List<Count> then = without(provider, group.counts());
            if (group.shown() && !then.isEmpty() && sums.add(then)) {
                statements.add(then);
            }
        }
        return sums.size() == 1 || statements.areSafeTogether();
    }

    /**
     * A sum of {@code n} counts, each of one contact or more, {@code small} of them below the threshold: the interval of each in closed
     * form, first for a reader who does not know which are small, then for one who does.
     */
    private boolean oneSumIsSafe(List<Count> counts) {
        if (!hasSmall(counts)) {
            return true;
        }
        long hits = counts.stream().mapToLong(Count::hits).sum();
        long misses = counts.stream().mapToLong(Count::misses).sum();
        long counted = hits + misses;
        int n = counts.size();
        if (n < 2 || hits < WIDTH || misses < WIDTH || counted - n < WIDTH) {
            return false;
        }
        long small = counts.stream().filter(count -> count.isSmall(threshold)).count();
        long large = n - small;
        long most = Math.min(threshold - 1, counted - (small - 1) - large * threshold);
        long others = large > 0 ? Long.MAX_VALUE : (small - 1) * (threshold - 1);
        return most - Math.max(1, counted - others) >= widthAmongSmall()
                && Math.min(most, hits) - Math.max(0, hits - others) >= widthAmongSmall()
                && Math.min(most, misses) - Math.max(0, misses - others) >= widthAmongSmall();
    }

    private boolean hasSmall(Collection<Count> counts) {
        return counts.stream().anyMatch(count -> count.isSmall(threshold));
    }

    private static long sum(List<Count> counts) {
        return counts.stream().mapToLong(Count::counted).sum();
    }

    private static Set<String> providers(List<Count> counts, List<Group> earlier) {
        Set<String> providers =
                counts.stream().map(count -> count.cell().provider()).collect(toCollection(TreeSet::new));
        earlier.forEach(group ->
                group.counts().forEach(count -> providers.add(count.cell().provider())));
        return providers;
    }

    private static List<Count> without(@Nullable String provider, List<Count> counts) {
        return counts.stream()
                .filter(count -> !count.cell().provider().equals(provider))
                .toList();
    }
}
