package se.nollan.rules.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.nollan.base.text.Sha256;
import se.nollan.rules.measure.Effect;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Rule;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.ruleset.RuleSetJson;
import se.nollan.rules.slice.SliceRevision;

/** Writes the messages {@code result} and {@code progress} (deploy/contracts). */
@ApplicationScoped
public class ResultJson {

    private final ObjectMapper json;
    private final PublicHolidays calendar;
    private final RuleSetJson rules;

    public ResultJson(ObjectMapper json, PublicHolidays calendar, RuleSetJson rules) {
        this.json = json;
        this.calendar = calendar;
        this.rules = rules;
    }

    /** What a result says, and nothing of how it came about. Its hash decides whether there is anything new (decisions/0003). */
    ObjectNode figure(Tally tally, EvaluatedUnitDay evaluatedUnitDay) {
        ObjectNode figure = counts(tally);
        figure.set("ruleSet", rules.of(evaluatedUnitDay.ruleSet(), tally.date()));
        putEffects(figure, evaluatedUnitDay.effects(tally));
        SignalsJson.put(figure.putObject("signals"), evaluatedUnitDay.signals(tally));
        return figure;
    }

    private static void putEffects(ObjectNode figure, List<Effect> effects) {
        var list = figure.putArray("effects");
        for (Effect effect : effects) {
            ObjectNode node = list.addObject();
            node.put("interpretation", effect.interpretation().id());
            node.put("reading", effect.reading());
            node.put("hits", effect.hits());
            node.put("counted", effect.counted());
        }
    }

    /** The counts of a unit, day and channel, by rule too. */
    public ObjectNode counts(Tally tally) {
        ObjectNode counts = json.createObjectNode();
        counts.put("unit", tally.unit());
        counts.put("date", tally.date().toString());
        counts.put("channel", tally.channel().word());
        counts.put("contactsIn", tally.contactsIn());
        counts.put("hits", tally.hits());
        counts.put("misses", tally.misses());
        counts.put("excluded", tally.excluded());
        counts.put("merged", tally.merged());
        counts.put("counted", tally.counted());
        ObjectNode byRule = counts.putObject("byRule");
        put(byRule.putObject("hit"), tally.hitsBy());
        put(byRule.putObject("miss"), tally.missesBy());
        put(byRule.putObject("excluded"), tally.excludedBy());
        put(byRule.putObject("merged"), tally.mergedBy());
        return counts;
    }

    /** What an evaluation of a day was made from. */
    public ObjectNode provenance(RuleSet ruleSet, LocalDate day, long registerVersion, List<SliceRevision> slices) {
        ObjectNode provenance = json.createObjectNode();
        provenance.set("ruleSet", rules.of(ruleSet, day));
        provenance.put("registerVersion", registerVersion);
        putSlices(provenance, slices, false);
        return provenance;
    }

    /** The message that says a figure. */
    String result(
            ObjectNode figure,
            long revision,
            String hash,
            EvaluatedUnitDay evaluatedUnitDay,
            Collection<SliceRevision> slices,
            Instant evaluatedAt) {
        ObjectNode message = figure.deepCopy();
        message.put("revision", revision);
        message.put("hash", hash);
        message.put("registerVersion", evaluatedUnitDay.registerVersion());
        putSlices(message, slices, false);
        putWorkingDays(
                message, YearMonth.from(LocalDate.parse(figure.get("date").textValue())), evaluatedUnitDay.ruleSet());
        message.put("evaluatedAt", time(evaluatedAt));
        return rules.text(message);
    }

    /**
     * P-X1: so that who sums the month can tell on which working days nobody made contact. Beside the figure and not in it: a correction
     * of another day of the calendar changes nothing of this day's.
     */
    private void putWorkingDays(ObjectNode message, YearMonth month, RuleSet ruleSet) {
        var list = message.putArray("workingDays");
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            if (calendar.isWorkingDay(month.atDay(day), ruleSet)) {
                list.add(day);
            }
        }
    }

    /** The message that says which slice revisions are evaluated. */
    String progress(UnitDay unitDay, long registerVersion, List<SliceRevision> slices, Instant evaluatedAt) {
        ObjectNode message = json.createObjectNode();
        message.put("unit", unitDay.root());
        message.put("date", unitDay.day().toString());
        message.put("registerVersion", registerVersion);
        message.put("evaluatedAt", time(evaluatedAt));
        putSlices(message, slices, true);
        return rules.text(message);
    }

    /** SHA-256, in hex. */
    String hash(ObjectNode figure) {
        return Sha256.hex(rules.text(figure));
    }

    private static void put(ObjectNode node, Map<Rule, Long> counts) {
        Map<String, Long> byId = new TreeMap<>();
        counts.forEach((rule, count) -> byId.put(rule.id(), count));
        byId.forEach(node::put);
    }

    private void putSlices(ObjectNode message, Collection<SliceRevision> slices, boolean withDay) {
        var list = message.putArray("slices");
        for (SliceRevision slice : slices) {
            ObjectNode node = list.addObject();
            node.put("provider", slice.key().provider());
            node.put("system", slice.key().system());
            node.put("line", slice.key().line());
            if (withDay) {
                node.put("date", slice.key().day().toString());
            }
            node.put("revision", slice.revision());
        }
    }

    /** RFC 3339 in UTC, to the millisecond. */
    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
