package se.nollan.publish.signals;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;

/**
 * Whether a month moved far from the unit's own history, and why.
 *
 * <p>The rule: there are at least three of the six months before with at least thirty contacts counted, as in this month; the share lies
 * at least ten percentage points from that of their sum, or no more than half, or at least one and a half times, of their average is
 * counted. Why a share moved: the rule by which misses changed most, as a part of what is counted.
 */
final class Shift {

    private static final int LEAST_MONTHS = 3;
    private static final long LEAST_COUNTED = 30;
    private static final long POINTS = 10;

    private final Channel channel;
    private final Counts now;
    private final SortedMap<YearMonth, Counts> before;
    private final Counts sum;

    private Shift(Channel channel, Counts now, SortedMap<YearMonth, Counts> before) {
        this.channel = channel;
        this.now = now;
        this.before = before;
        this.sum = Counts.sum(before.values());
    }

    /** @param over whether the month is over: before that, fewer contacts than usual are no news */
    static List<Signal> of(Channel channel, Counts now, History history, boolean over) {
        SortedMap<YearMonth, Counts> before = history.months(LEAST_COUNTED);
        if (before.size() < LEAST_MONTHS || now.counted() < LEAST_COUNTED) {
            return List.of();
        }
        Shift shift = new Shift(channel, now, before);
        List<Signal> signals = new ArrayList<>();
        shift.ofShare().ifPresent(signals::add);
        if (over) {
            shift.ofDemand().ifPresent(signals::add);
        }
        return signals;
    }

    private Optional<Signal> ofShare() {
        Percent is = Percent.of(now.hits(), now.counted());
        Percent was = Percent.of(sum.hits(), sum.counted());
        Percent by = is.minus(was);
        if (by.size().percent().longValue() < POINTS) {
            return Optional.empty();
        }
        String rule = rule(by.percent().signum() < 0);
        Percent missedNow = missed(now, rule);
        Percent missedBefore = missed(sum, rule);
        return Optional.of(new Signal(
                "share-moved",
                channel,
                "Andelen är %s %%, %s procentenheter %s än månadernas före (%s till %s: %s %%). Mest genom %s: %s %% av de räknade, förut %s %%."
                        .formatted(
                                is.swedish(),
                                by.size().swedish(),
                                is.under(was) ? "lägre" : "högre",
                                before.firstKey(),
                                before.lastKey(),
                                was.swedish(),
                                rule,
                                missedNow.swedish(),
                                missedBefore.swedish()),
                "The share is %s %%, %s percentage points %s than in the months before (%s to %s: %s %%). Mostly by %s: %s %% of those counted, before %s %%."
                        .formatted(
                                is.english(),
                                by.size().english(),
                                is.under(was) ? "lower" : "higher",
                                before.firstKey(),
                                before.lastKey(),
                                was.english(),
                                rule,
                                missedNow.english(),
                                missedBefore.english())));
    }

    /** The rule whose misses grew most where the share fell, or shrank most where it rose. */
    private String rule(boolean fell) {
        TreeSet<String> rules = new TreeSet<>(now.miss().keySet());
        rules.addAll(sum.miss().keySet());
        Comparator<String> byGrowth = Comparator.comparing(
                rule -> missed(now, rule).minus(missed(sum, rule)).percent());
        return rules.stream().max(fell ? byGrowth : byGrowth.reversed()).orElseThrow();
    }

    private static Percent missed(Counts counts, String rule) {
        return Percent.of(counts.miss().getOrDefault(rule, 0L), counts.counted());
    }

    private Optional<Signal> ofDemand() {
        long months = before.size();
        long twice = Math.multiplyExact(2, Math.multiplyExact(now.counted(), months));
        boolean half = twice <= sum.counted();
        boolean much = twice >= Math.multiplyExact(3, sum.counted());
        if (!half && !much) {
            return Optional.empty();
        }
        long average = sum.counted() / months;
        return Optional.of(new Signal(
                "demand-moved",
                channel,
                "%d kontakter räknades, mot %d i månaden före (%s till %s)."
                        .formatted(now.counted(), average, before.firstKey(), before.lastKey()),
                "%d contacts were counted, against %d a month before (%s to %s)."
                        .formatted(now.counted(), average, before.firstKey(), before.lastKey())));
    }
}
