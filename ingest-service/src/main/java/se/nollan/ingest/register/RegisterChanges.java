package se.nollan.ingest.register;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What an import would change, by the ids of the entries. */
public record RegisterChanges(Kind providers, Kind units, Kind lines) {

    /** The answer names that many ids of each and counts the rest. */
    private static final int NAMED = 200;

    /**
     * Of one kind of entry: how many come, go and become others, and the first of each.
     *
     * @param added ids that did not stand
     * @param removed ids that stand no longer
     * @param changed ids that say something else
     */
    public record Kind(
            int addedTotal,
            List<String> added,
            int removedTotal,
            List<String> removed,
            int changedTotal,
            List<String> changed) {

        static <E> Kind between(List<E> before, List<E> after, Function<E, String> id) {
            Map<String, List<E>> was = before.stream().collect(groupingBy(id, TreeMap::new, toList()));
            Map<String, List<E>> is = after.stream().collect(groupingBy(id, TreeMap::new, toList()));
            TreeSet<String> added = new TreeSet<>(is.keySet());
            added.removeAll(was.keySet());
            TreeSet<String> removed = new TreeSet<>(was.keySet());
            removed.removeAll(is.keySet());
            TreeSet<String> changed = new TreeSet<>(was.keySet());
            changed.retainAll(is.keySet());
            changed.removeIf(one -> was.get(one).equals(is.get(one)));
            return new Kind(added.size(), first(added), removed.size(), first(removed), changed.size(), first(changed));
        }

        private static List<String> first(TreeSet<String> ids) {
            return ids.stream().limit(NAMED).toList();
        }
    }

    static RegisterChanges between(RegisterContent before, RegisterContent after) {
        return new RegisterChanges(
                Kind.between(before.providers(), after.providers(), Provider::id),
                Kind.between(before.units(), after.units(), Unit::id),
                Kind.between(before.lines(), after.lines(), Line::id));
    }

    /** Whether more than a tenth of the units would go: more likely half a file than a decision. */
    static boolean dropsMany(int removed, long standing) {
        return removed * 10L > standing;
    }
}
