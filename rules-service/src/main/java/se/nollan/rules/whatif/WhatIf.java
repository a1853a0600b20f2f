package se.nollan.rules.whatif;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.rules.json.Fields;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.ruleset.RuleSetChoice;

/**
 * What is asked: the same units and months under other rules.
 *
 * @param region a county code, or null when units are named
 * @param units HSA-ids; empty when a region is named
 * @param from the first month, and {@code to} the last
 * @param base what to compare with; null is each month's own rule set
 * @param ruleSets the other rule sets; an edition that is not named is the month's own
 */
record WhatIf(
        @Nullable String region,
        List<String> units,
        YearMonth from,
        YearMonth to,
        @Nullable RuleSetChoice base,
        List<RuleSetChoice> ruleSets) {

    static final int MOST_RULE_SETS = 24;
    static final int MOST_UNITS = 1_000;
    static final int MOST_MONTHS = 36;

    private static final Set<String> KNOWN = Set.of("region", "units", "from", "to", "base", "ruleSets");
    private static final int LONGEST_ID = 64;

    /** Reads a question; what is wrong with it is told to the fields' listener, and the question is then of no use. */
    static WhatIf read(Fields fields, PublicHolidays calendar) {
        fields.only(KNOWN);
        String region = fields.text("region", 2);
        List<String> units = fields.texts("units").stream().distinct().toList();
        if ((region == null) == units.isEmpty()) {
            fields.fault("units", "Name either a region or units.");
        }
        if (units.size() > MOST_UNITS) {
            fields.fault("units", "At most " + MOST_UNITS + " units at a time.");
        }
        YearMonth from = month(fields, "from");
        YearMonth to = fields.value("to") == null ? from : month(fields, "to");
        if (to.isBefore(from)) {
            fields.fault("to", "The last month lies before the first.");
        } else if (from.until(to, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            fields.fault("to", "At most " + MOST_MONTHS + " months at a time.");
        }
        Fields base = fields.object("base");
        fields.required("ruleSets");
        List<Fields> ruleSets = fields.objects("ruleSets");
        if (ruleSets.isEmpty() || ruleSets.size() > MOST_RULE_SETS) {
            fields.fault("ruleSets", "Name 1 to " + MOST_RULE_SETS + " rule sets.");
        }
        List<LocalDate> days = to.isBefore(from)
                ? List.of()
                : from.atDay(1).datesUntil(to.plusMonths(1).atDay(1)).toList();
        return new WhatIf(
                region,
                units,
                from,
                to,
                base == null ? null : RuleSetChoice.read(base, calendar, days),
                ruleSets.stream()
                        .map(ruleSet -> RuleSetChoice.read(ruleSet, calendar, days))
                        .toList());
    }

    private static YearMonth month(Fields fields, String name) {
        fields.required(name);
        String text = fields.text(name, LONGEST_ID);
        try {
            YearMonth month = YearMonth.parse(text == null ? "" : text);
            if (Parameters.isKnown(month)) {
                return month;
            }
        } catch (DateTimeParseException notAMonth) {
            // said below
        }
        fields.fault(
                name,
                "This must be a month from " + Parameters.FIRST_MONTH + " to " + Parameters.LAST_MONTH
                        + ", as 2026-10.");
        return Parameters.FIRST_MONTH;
    }
}
