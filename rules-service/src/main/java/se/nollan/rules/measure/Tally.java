package se.nollan.rules.measure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The counts of a unit, day and channel. Never out of balance: contacts in = hits + misses + excluded + merged, or it cannot be made.
 *
 * @param hitsBy hits by the rule that decided them; and so for the other three
 */
public record Tally(
        String unit,
        LocalDate date,
        Channel channel,
        long contactsIn,
        long hits,
        long misses,
        long excluded,
        long merged,
        Map<Rule, Long> hitsBy,
        Map<Rule, Long> missesBy,
        Map<Rule, Long> excludedBy,
        Map<Rule, Long> mergedBy) {

    public Tally {
        if (contactsIn != hits + misses + excluded + merged
                || hits != sum(hitsBy)
                || misses != sum(missesBy)
                || excluded != sum(excludedBy)
                || merged != sum(mergedBy)) {
            throw new IllegalStateException("The counts of " + unit + " on " + date + " by " + channel.word()
                    + " do not balance: " + contactsIn + " contacts in, " + hits + " hits, " + misses + " misses, "
                    + excluded + " excluded, " + merged + " merged.");
        }
    }

    /** A unit-day that no contact belongs to. */
    public static Tally nothing(String unit, LocalDate date, Channel channel) {
        return new Tally(unit, date, channel, 0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** The denominator of the share: hits + misses. */
    public long counted() {
        return hits + misses;
    }

    private static long sum(Map<Rule, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts dispositions as they come. */
    static final class Counter {
        private final long[] hits = new long[Rule.values().length];
        private final long[] misses = new long[Rule.values().length];
        private final long[] excluded = new long[Rule.values().length];
        private final long[] merged = new long[Rule.values().length];
        private long contactsIn;

        void count(Disposition disposition) {
            contactsIn++;
            long[] counts;
            if (disposition instanceof Disposition.Hit) {
                counts = hits;
            } else if (disposition instanceof Disposition.Miss) {
                counts = misses;
            } else if (disposition instanceof Disposition.Excluded) {
                counts = excluded;
            } else {
                counts = merged;
            }
            counts[disposition.rule().ordinal()]++;
        }

        Tally tally(String unit, LocalDate date, Channel channel) {
            return new Tally(
                    unit,
                    date,
                    channel,
                    contactsIn,
                    LongStream.of(hits).sum(),
                    LongStream.of(misses).sum(),
                    LongStream.of(excluded).sum(),
                    LongStream.of(merged).sum(),
                    byRule(hits),
                    byRule(misses),
                    byRule(excluded),
                    byRule(merged));
        }

        private static Map<Rule, Long> byRule(long[] counts) {
            Map<Rule, Long> byRule = new EnumMap<>(Rule.class);
            for (Rule rule : Rule.values()) {
                if (counts[rule.ordinal()] > 0) {
                    byRule.put(rule, counts[rule.ordinal()]);
                }
            }
            return Collections.unmodifiableMap(byRule);
        }
    }
}
