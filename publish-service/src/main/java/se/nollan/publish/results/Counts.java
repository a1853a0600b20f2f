package se.nollan.publish.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Contacts by disposition and rule. The balance holds by construction: counts that do not balance cannot exist.
 *
 * @param contactsIn contacts that came in
 * @param hit hits by the rule that decided them
 * @param miss misses by rule
 * @param excluded excluded contacts by rule
 * @param merged merged contacts by rule
 */
public record Counts(
        long contactsIn,
        SortedMap<String, Long> hit,
        SortedMap<String, Long> miss,
        SortedMap<String, Long> excluded,
        SortedMap<String, Long> merged) {

    public static final Counts NONE = new Counts(0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** four places, half up. */
    private static final int PLACES = 4;

    /** @throws Unbalanced when contacts in are not hits + misses + excluded + merged, or a count is not positive */
    public Counts {
        hit = copy(hit);
        miss = copy(miss);
        excluded = copy(excluded);
        merged = copy(merged);
        long accountedFor = sum(hit) + sum(miss) + sum(excluded) + sum(merged);
        if (contactsIn != accountedFor) {
            throw new Unbalanced("contacts in " + contactsIn + ", accounted for " + accountedFor);
        }
    }

    public long hits() {
        return sum(hit);
    }

    public long misses() {
        return sum(miss);
    }

    public long excludedContacts() {
        return sum(excluded);
    }

    public long mergedContacts() {
        return sum(merged);
    }

    /** What the share is of: hits and misses. */
    public long counted() {
        return hits() + misses();
    }

    /** hits / counted, from 0 to 1, rounded half up to four places; null when nothing is counted. */
    public @Nullable BigDecimal share() {
        return share(hits(), counted());
    }

    static @Nullable BigDecimal share(long hits, long counted) {
        return counted == 0
                ? null
                : BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(counted), PLACES, RoundingMode.HALF_UP);
    }

    /**
     * the sum of counts; shares are never averaged. Contacts in are summed by themselves, so that the balance of
     * the sum is checked and not assumed.
     */
    public static Counts sum(Collection<Counts> all) {
        long contactsIn = 0;
        TreeMap<String, Long> hit = new TreeMap<>();
        TreeMap<String, Long> miss = new TreeMap<>();
        TreeMap<String, Long> excluded = new TreeMap<>();
        TreeMap<String, Long> merged = new TreeMap<>();
        for (Counts counts : all) {
            contactsIn = Math.addExact(contactsIn, counts.contactsIn);
            add(hit, counts.hit);
            add(miss, counts.miss);
            add(excluded, counts.excluded);
            add(merged, counts.merged);
        }
        return new Counts(contactsIn, hit, miss, excluded, merged);
    }

    private static void add(SortedMap<String, Long> sum, Map<String, Long> more) {
        more.forEach((rule, count) -> sum.merge(rule, count, Math::addExact));
    }

    private static long sum(Map<String, Long> byRule) {
        long sum = 0;
        for (long count : byRule.values()) {
            sum = Math.addExact(sum, count);
        }
        return sum;
    }

    private static SortedMap<String, Long> copy(Map<String, Long> byRule) {
        byRule.forEach((rule, count) -> {
            if (count <= 0) {
                throw new Unbalanced("a rule stands with " + count + " contacts");
            }
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
    }
}
