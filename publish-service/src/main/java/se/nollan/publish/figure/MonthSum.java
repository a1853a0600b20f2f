package se.nollan.publish.figure;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import se.nollan.publish.register.Register;
import se.nollan.publish.register.Unit;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.DailyResult;
import se.nollan.publish.results.Effect;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.submissions.Delivery;

/**
 * A month from its daily results: each day of a unit goes to whom the register names that day, and every level is
 * a sum of counts. The sums balance at every level, because {@link Counts} that do not cannot exist.
 */
public final class MonthSum {

    /** What a part has in a month: the days it is in force, those it offers chat on, and its results. */
    private static final class Month {
        final TreeSet<LocalDate> days = new TreeSet<>();
        final TreeSet<LocalDate> chatDays = new TreeSet<>();
        final Map<Channel, List<DailyResult>> results = new EnumMap<>(Channel.class);
    }

    private final Scope scope;
    private final YearMonth month;
    private final Register register;
    private final SentDays sentDays;
    private final Map<OwnedUnit, Month> parts = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<ResultRevision> pins = new ArrayList<>();
    private final List<ResultRevision> unattributed = new ArrayList<>();
    private final TreeSet<RuleSet> ruleSets = new TreeSet<>();
    private final TreeSet<Long> resultRegisterVersions = new TreeSet<>();

    private MonthSum(Scope scope, YearMonth month, Register register, SentDays sentDays) {
        this.scope = scope;
        this.month = month;
        this.register = register;
        this.sentDays = sentDays;
    }

    /**
     * @param results of the month, of any region: those of other regions are left out
     * @param deliveries what submissions that stand cover of the month
     */
    public static MonthContent of(
            Scope scope,
            YearMonth month,
            Register register,
            Collection<DailyResult> results,
            Collection<Delivery> deliveries) {
        MonthSum channelSum = new MonthSum(scope, month, register, SentDays.of(month, register, deliveries, results));
        channelSum.expectUnits();
        results.stream()
                .filter(result -> YearMonth.from(result.date()).equals(month))
                .sorted(comparing(DailyResult::unit).thenComparing(DailyResult::date))
                .forEach(channelSum::add);
        return channelSum.content();
    }

    /** Every unit in force is expected, so that one that sent nothing shows. A branch is expected as its parent (S-4). */
    private void expectUnits() {
        TreeSet<String> ids = register.units().stream()
                .filter(unit -> unit.parent() == null && scope.holds(unit.region()))
                .map(Unit::id)
                .collect(toCollection(TreeSet::new));
        for (String id : ids) {
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                LocalDate date = month.atDay(day);
                if (OwnedUnit.of(scope, register, id, date) instanceof OwnedUnit.To to) {
                    Month of = inForce(to.part(), date);
                    if (register.offersChat(id, date)) {
                        of.chatDays.add(date);
                    }
                }
            }
        }
    }

    private void add(DailyResult result) {
        ResultRevision resultRevision =
                new ResultRevision(result.unit(), result.date(), result.channel(), result.revision());
        OwnedUnit.Attribution attribution = OwnedUnit.of(scope, register, result.unit(), result.date());
        if (attribution instanceof OwnedUnit.To to) {
            inForce(to.part(), result.date())
                    .results
                    .computeIfAbsent(result.channel(), channel -> new ArrayList<>())
                    .add(result);
            pins.add(resultRevision);
            ruleSets.add(result.ruleSet());
            resultRegisterVersions.add(result.registerVersion());
        } else if (attribution instanceof OwnedUnit.Unknown && result.counts().contactsIn() > 0) {
            unattributed.add(resultRevision);
        }
    }

    private Month inForce(OwnedUnit ownedUnit, LocalDate day) {
        Month of = parts.computeIfAbsent(ownedUnit, key -> new Month());
        of.days.add(day);
        register.unit(ownedUnit.unit(), day).ifPresent(unit -> names.put(ownedUnit.unit(), unit.name()));
        return of;
    }

    private MonthContent content() {
        Map<OwnedUnit, Map<Channel, ChannelSum>> sums = new LinkedHashMap<>();
        parts.forEach((ownedUnit, of) -> sums.put(ownedUnit, sums(ownedUnit, of)));
        return new MonthContent(
                scope,
                month,
                List.copyOf(ruleSets),
                register.version(),
                List.copyOf(resultRegisterVersions),
                new LevelSums(scope, month, register, names).figures(sums),
                gaps(),
                pins.stream().sorted().toList(),
                unattributed.stream().sorted().toList());
    }

    private Map<Channel, ChannelSum> sums(OwnedUnit ownedUnit, Month of) {
        Map<Channel, ChannelSum> sums = new EnumMap<>(Channel.class);
        sums.put(Channel.PHONE, sum(ownedUnit, of, Channel.PHONE));
        if (!of.chatDays.isEmpty() || of.results.containsKey(Channel.CHAT)) {
            sums.put(Channel.CHAT, sum(ownedUnit, of, Channel.CHAT));
        }
        return sums;
    }

    private ChannelSum sum(OwnedUnit ownedUnit, Month of, Channel channel) {
        boolean reported = of.days.stream().anyMatch(day -> sentDays.on(ownedUnit.unit(), channel, day));
        List<DailyResult> results = of.results.getOrDefault(channel, List.of());
        return new ChannelSum(
                reported ? FigureStatus.REPORTED : FigureStatus.MISSING,
                Counts.sum(results.stream().map(DailyResult::counts).toList()),
                Effect.sum(results.stream().map(DailyResult::effects).toList()));
    }

    private List<Gap> gaps() {
        Map<String, TreeSet<LocalDate>> phone = new TreeMap<>();
        Map<String, TreeSet<LocalDate>> chat = new TreeMap<>();
        parts.forEach((ownedUnit, of) -> {
            phone.computeIfAbsent(ownedUnit.unit(), id -> new TreeSet<>()).addAll(of.days);
            chat.computeIfAbsent(ownedUnit.unit(), id -> new TreeSet<>()).addAll(of.chatDays);
        });
        List<Gap> gaps = new ArrayList<>();
        phone.forEach((unit, days) -> {
            addGap(gaps, unit, Channel.PHONE, days);
            addGap(gaps, unit, Channel.CHAT, chat.getOrDefault(unit, new TreeSet<>()));
        });
        return gaps;
    }

    private void addGap(List<Gap> gaps, String unit, Channel channel, TreeSet<LocalDate> expected) {
        List<LocalDate> days = expected.stream()
                .filter(day -> !sentDays.on(unit, channel, day))
                .toList();
        if (!days.isEmpty()) {
            gaps.add(new Gap(unit, names.getOrDefault(unit, unit), channel, !sentDays.anything(unit, channel), days));
        }
    }
}
