package se.nollan.rules.ruleset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RuleSet;

/** Writes a rule set as every result names it: edition, calendar and every switch. */
@ApplicationScoped
public class RuleSetJson {

    private final ObjectMapper json;
    private final PublicHolidays calendar;

    public RuleSetJson(ObjectMapper json, PublicHolidays calendar) {
        this.json = json;
        this.calendar = calendar;
    }

    /** The calendar by the version that made the day what it is (decisions/0006). */
    public ObjectNode of(RuleSet ruleSet, LocalDate day) {
        return of(ruleSet, calendar.version(day));
    }

    /** The same for several days. */
    public ObjectNode of(RuleSet ruleSet, Collection<LocalDate> days) {
        return of(ruleSet, calendar.version(days));
    }

    private ObjectNode of(RuleSet ruleSet, String calendarVersion) {
        ObjectNode node = json.createObjectNode();
        node.put("edition", ruleSet.edition().name());
        node.put("calendar", calendarVersion);
        ruleSet.switches().forEach((name, value) -> node.set(name, json.valueToTree(value)));
        return node;
    }

    /** As one line of JSON. */
    public String text(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
