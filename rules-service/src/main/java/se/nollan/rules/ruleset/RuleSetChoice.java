package se.nollan.rules.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.json.Fields;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RuleSet;

/** A rule set as somebody asks for one: an edition, or none, and some switches. */
public final class RuleSetChoice {

    private static final int LONGEST_VERSION = 32;

    private final @Nullable Edition edition;
    private final Map<Interpretation, String> readings = new EnumMap<>(Interpretation.class);

    private RuleSetChoice(@Nullable Edition edition) {
        this.edition = edition;
    }

    /**
     * Reads {@code {"edition"?, "calendar"?, switches}}; what is wrong with it is told to the fields' listener.
     *
     * @param days what it is about: any version of the calendar will do in which they are what they are now
     */
    public static RuleSetChoice read(Fields fields, PublicHolidays calendar, Collection<LocalDate> days) {
        Set<String> known = new HashSet<>(Set.of("edition", "calendar"));
        for (Interpretation interpretation : Interpretation.values()) {
            known.add(interpretation.word());
        }
        fields.only(known);
        String version = fields.text("calendar", LONGEST_VERSION);
        if (version != null && !calendar.isAsIn(version, days)) {
            fields.fault(
                    "calendar",
                    "These days are by version " + calendar.version(days)
                            + " of the calendar here; leave it out, or name" + " that one.");
        }
        RuleSetChoice choice = new RuleSetChoice(edition(fields));
        for (Interpretation interpretation : Interpretation.values()) {
            JsonNode reading = fields.value(interpretation.word());
            if (reading != null) {
                choice.add(fields, interpretation, reading.asText());
            }
        }
        return choice;
    }

    private static @Nullable Edition edition(Fields fields) {
        String name = fields.text("edition", 20);
        try {
            return name == null ? null : Edition.named(name);
        } catch (IllegalArgumentException unknown) {
            fields.fault("edition", String.valueOf(unknown.getMessage()));
            return null;
        }
    }

    private void add(Fields fields, Interpretation interpretation, String reading) {
        try {
            RuleSet.of(Edition.V2_0).with(interpretation, reading);
            readings.put(interpretation, reading);
        } catch (IllegalArgumentException unknown) {
            fields.fault(interpretation.word(), String.valueOf(unknown.getMessage()));
        }
    }

    /** Whether it is the same in every month. */
    public boolean namesEdition() {
        return edition != null;
    }

    /** The rule set, where this edition is meant unless one was named, and the defaults unless a reading was. */
    public RuleSet over(Edition absent) {
        RuleSet ruleSet = RuleSet.of(edition == null ? absent : edition);
        for (Map.Entry<Interpretation, String> reading : readings.entrySet()) {
            ruleSet = ruleSet.with(reading.getKey(), reading.getValue());
        }
        return ruleSet;
    }
}
