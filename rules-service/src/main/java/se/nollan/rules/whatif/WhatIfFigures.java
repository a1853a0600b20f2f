package se.nollan.rules.whatif;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Register.UnitType;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.whatif.WhatIfAnswer.Figure;
import se.nollan.rules.whatif.WhatIfAnswer.Share;

/** Makes figures of a comparison: phone, chat and total of each unit and month, and of all of them. */
final class WhatIfFigures {

    private record UnitMonth(YearMonth month, String unit) {}

    private final Comparison comparison;
    private final RegisterVersion register;
    private final int ruleSets;

    WhatIfFigures(Comparison comparison, RegisterVersion register, int ruleSets) {
        this.comparison = comparison;
        this.register = register;
        this.ruleSets = ruleSets;
    }

    List<Figure> each() {
        List<Comparison.Key> keys = comparison.keys();
        List<UnitMonth> unitMonths = keys.stream()
                .map(key -> new UnitMonth(key.month(), key.unit()))
                .distinct()
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (int ruleSet = 0; ruleSet < ruleSets; ruleSet++) {
            for (UnitMonth each : unitMonths) {
                for (Channel channel : Channel.values()) {
                    add(figures, ruleSet, each, channel.word(), List.of(key(each, channel)));
                }
                add(
                        figures,
                        ruleSet,
                        each,
                        WhatIfAnswer.TOTAL,
                        Stream.of(Channel.values())
                                .map(channel -> key(each, channel))
                                .toList());
            }
        }
        return figures;
    }

    /** 1177 is shown on its own, and never a part of what is primary care's (S-2). */
    List<Figure> totals() {
        List<Comparison.Key> keys =
                comparison.keys().stream().filter(key -> !is1177(key.unit())).toList();
        List<Figure> totals = new ArrayList<>();
        for (int ruleSet = 0; ruleSet < ruleSets; ruleSet++) {
            for (Channel channel : Channel.values()) {
                add(totals, ruleSet, null, channel.word(), some(keys, key -> key.channel() == channel));
            }
            add(totals, ruleSet, null, WhatIfAnswer.TOTAL, keys);
        }
        return totals;
    }

    private static Comparison.Key key(UnitMonth each, Channel channel) {
        return new Comparison.Key(each.month, each.unit, channel);
    }

    private static List<Comparison.Key> some(List<Comparison.Key> keys, Predicate<Comparison.Key> wanted) {
        return keys.stream().filter(wanted).toList();
    }

    private boolean is1177(String unit) {
        return register.entries(unit).stream().anyMatch(entry -> entry.type() == UnitType.SJUKVARDSRADGIVNING_1177);
    }

    /** The sum of some keys; none when they have no contacts. */
    private void add(
            List<Figure> figures, int ruleSet, @Nullable UnitMonth of, String channel, List<Comparison.Key> keys) {
        Counts base = Counts.NONE;
        Counts other = Counts.NONE;
        long moved = 0;
        for (Comparison.Key key : keys) {
            base = base.plus(comparison.counts(DayComparison.BASE, key));
            other = other.plus(comparison.counts(ruleSet, key));
            moved += comparison.moved(ruleSet, key);
        }
        if (base.contactsIn() + other.contactsIn() > 0) {
            figures.add(new Figure(
                    ruleSet,
                    of == null ? null : of.unit,
                    of == null ? null : of.month,
                    channel,
                    Share.of(base),
                    Share.of(other),
                    Share.of(other).minus(Share.of(base)),
                    moved));
        }
    }
}
