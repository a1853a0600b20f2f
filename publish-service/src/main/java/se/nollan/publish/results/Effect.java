package se.nollan.publish.results;

import static java.util.Comparator.comparingInt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one other reading of one interpretation of the rules would change: a difference to counts as they are read.
 *
 * @param interpretation for example {@code I-6}
 * @param reading the other reading, for example {@code 2}
 * @param hits hits more, or fewer where it is negative
 * @param counted contacts counted more or fewer
 */
public record Effect(String interpretation, String reading, long hits, long counted) implements Comparable<Effect> {

    private static final Pattern INTERPRETATION = Pattern.compile("I-[0-9]{1,3}");

    private static final Comparator<Effect> ORDER = comparingInt(Effect::number).thenComparing(Effect::reading);

    /** @throws IllegalArgumentException when the rules have no such interpretation */
    public Effect {
        Objects.requireNonNull(reading, "reading is missing");
        if (interpretation == null || !INTERPRETATION.matcher(interpretation).matches()) {
            throw new IllegalArgumentException("unknown interpretation");
        }
    }

    /**
     * The sum, without what cancels out; R-1 holds for differences as for counts.
     *
     * @param all null where nobody has evaluated the other readings: then the sum is not known either
     */
    public static @Nullable List<Effect> sum(Collection<@Nullable List<Effect>> all) {
        if (all.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        TreeMap<Effect, Effect> sums = new TreeMap<>();
        for (List<Effect> effects : all) {
            effects.forEach(effect -> sums.merge(effect, effect, Effect::plus));
        }
        List<Effect> sum = new ArrayList<>(sums.values());
        sum.removeIf(effect -> effect.hits == 0 && effect.counted == 0);
        return sum;
    }

    /** The share under the other reading; null when nothing would be counted. */
    public @Nullable BigDecimal share(Counts asRead) {
        return Counts.share(Math.addExact(asRead.hits(), hits), Math.addExact(asRead.counted(), counted));
    }

    private Effect plus(Effect other) {
        return new Effect(
                interpretation, reading, Math.addExact(hits, other.hits), Math.addExact(counted, other.counted));
    }

    private int number() {
        return Integer.parseInt(interpretation.substring(2));
    }

    /** By interpretation and reading; the differences do not matter. */
    @Override
    public int compareTo(Effect other) {
        return ORDER.compare(this, other);
    }
}
