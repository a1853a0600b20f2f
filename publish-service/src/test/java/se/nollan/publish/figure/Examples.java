package se.nollan.publish.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.register.Form;
import se.nollan.publish.register.Line;
import se.nollan.publish.register.Period;
import se.nollan.publish.register.Provider;
import se.nollan.publish.register.Register;
import se.nollan.publish.register.Unit;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.DailyResult;
import se.nollan.publish.results.Effect;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.statement.AuditStamp;
import se.nollan.publish.submissions.Delivery;

/** A small fictional region to write tests with. */
public final class Examples {

    public static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    public static final Scope REGION = new Scope("23");
    public static final Scope NATION = new Scope("00");
    public static final RuleSet RULES = new RuleSet("2.0", "se-1", new TreeMap<>(Map.of("requiredAttempts", 1L)));
    public static final AuditStamp COORDINATOR =
            new AuditStamp(Instant.parse("2026-11-03T08:00:00Z"), "coordinator-23", "anna");

    public static final String REGION_OWN = "232100-0214";
    public static final String COMPANY = "556677-8899";
    public static final String A = "SE2321000214-A";
    public static final String B = "SE2321000214-B";
    public static final String C = "SE2321000214-C";
    public static final String CARE_1177 = "SE2321000214-1177";
    public static final String EYES = "SE2321000214-EYES";

    private final List<Provider> providers = new ArrayList<>(List.of(
            new Provider(REGION_OWN, "Region Exempel", Form.PUBLIC, Period.ALWAYS),
            new Provider(COMPANY, "Vårdbolaget AB", Form.PRIVATE, Period.ALWAYS)));
    private final List<Unit> units = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<DailyResult> results = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private long version = 3;

    public Examples provider(String id, Form form) {
        providers.add(new Provider(id, "Vårdgivare " + id, form, Period.ALWAYS));
        return this;
    }

    public Examples unit(String id, String provider) {
        return unit(id, provider, UnitType.VARDCENTRAL, "23", null, Period.ALWAYS);
    }

    public Examples unit(
            String id, String provider, UnitType type, String region, @Nullable String parent, Period period) {
        units.add(new Unit(
                id, "Enhet " + id.substring(id.indexOf('-') + 1), region, provider, type, parent, null, period));
        return this;
    }

    public Examples line(String id, String unit, boolean chat) {
        lines.add(new Line(id, unit, chat, List.of(), Period.ALWAYS));
        return this;
    }

    public Examples delivered(String provider, String line, String from, String to) {
        deliveries.add(new Delivery(provider, "teleq", line, LocalDate.parse(from), LocalDate.parse(to)));
        return this;
    }

    public Examples phone(String unit, String date, long hits, long misses) {
        return result(unit, date, Channel.PHONE, 1, counts(hits, misses, 0, 0), RULES);
    }

    public Examples chat(String unit, String date, long hits, long misses) {
        return result(unit, date, Channel.CHAT, 1, counts(hits, misses, 0, 0), RULES);
    }

    public Examples result(String unit, String date, Channel channel, long revision, Counts counts, RuleSet rules) {
        return result(unit, date, channel, revision, counts, List.of(), rules);
    }

    public Examples result(
            String unit,
            String date,
            Channel channel,
            long revision,
            Counts counts,
            @Nullable List<Effect> effects,
            RuleSet rules) {
        results.removeIf(result ->
                result.unit().equals(unit) && result.date().toString().equals(date) && result.channel() == channel);
        results.add(new DailyResult(unit, LocalDate.parse(date), channel, revision, counts, effects, rules, version));
        return this;
    }

    public Examples registerVersion(long next) {
        version = next;
        return this;
    }

    Register register() {
        return new Register(version, providers, units, lines);
    }

    public MonthContent month() {
        return month(REGION);
    }

    public MonthContent month(Scope scope) {
        return MonthSum.of(scope, OCTOBER, register(), results, deliveries);
    }

    public static Counts counts(long hits, long misses, long excluded, long merged) {
        return new Counts(
                hits + misses + excluded + merged,
                rule("P-C1", hits),
                rule("P-U3", misses),
                rule("P-X9", excluded),
                rule("P-U1", merged));
    }

    private static TreeMap<String, Long> rule(String rule, long count) {
        return count == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(rule, count));
    }

    public static Figure figure(MonthContent monthContent, Level level, String id, Channel channel) {
        return monthContent.figures().stream()
                .filter(figure -> figure.key().equals(new Figure.Key(level, id, channel)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure of " + level + ' ' + id + ' ' + channel));
    }

    static boolean stands(MonthContent monthContent, Level level, String id) {
        return monthContent.figures().stream()
                .anyMatch(figure -> figure.subject().level() == level
                        && figure.subject().id().equals(id));
    }
}
