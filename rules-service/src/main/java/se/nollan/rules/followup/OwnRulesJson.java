package se.nollan.rules.followup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.json.Fields;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.RuleSet;

/** Reads what a coordinator sends; what is left out is as the national rules have it. */
final class OwnRulesJson {

    private static final Set<String> KNOWN =
            Set.of("requiredAttempts", "closedQueueFrom", "closedQueueTo", "targetMinutes");
    private static final Pattern CLOCK = Pattern.compile("\\d{2}:\\d{2}(:00)?");

    /** A week: a target beyond that is a mistake. */
    private static final int LONGEST_TARGET = 7 * 24 * 60;

    private static final int MOST_ATTEMPTS = 20;

    private OwnRulesJson() {}

    static OwnRules read(Fields fields) {
        fields.only(KNOWN);
        Integer attempts = number(fields, "requiredAttempts", MOST_ATTEMPTS);
        OwnRules rules = new OwnRules(
                Objects.requireNonNullElse(attempts, OwnRules.NATIONAL.requiredAttempts()),
                time(fields, "closedQueueFrom", OwnRules.NATIONAL.closedQueueFrom()),
                time(fields, "closedQueueTo", OwnRules.NATIONAL.closedQueueTo()),
                number(fields, "targetMinutes", LONGEST_TARGET));
        try {
            rules.over(RuleSet.of(Edition.V2_0));
        } catch (IllegalArgumentException impossible) {
            fields.fault("closedQueueTo", String.valueOf(impossible.getMessage()));
        }
        return rules;
    }

    private static @Nullable Integer number(Fields fields, String name, int most) {
        JsonNode value = fields.value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || value.longValue() < 1 || value.longValue() > most) {
            fields.fault(name, "This must be a whole number from 1 to " + most + ".");
            return 1;
        }
        return value.intValue();
    }

    private static LocalTime time(Fields fields, String name, LocalTime absent) {
        JsonNode value = fields.value(name);
        if (value == null) {
            return absent;
        }
        try {
            if (value.isTextual() && CLOCK.matcher(value.textValue()).matches()) {
                return LocalTime.parse(value.textValue());
            }
        } catch (DateTimeParseException noSuchTime) {
            // Told below, as every other text that is no time.
        }
        fields.fault(name, "This must be a local time, as 07:30.");
        return absent;
    }
}
