package se.nollan.rules.ruleset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The rules by which a day is evaluated now, as a result names them: edition, switches and calendar. */
@ApplicationScoped
public class RulesInForce {

    private final Editions editions;
    private final RuleSetJson json;

    RulesInForce(Editions editions, RuleSetJson json) {
        this.editions = editions;
        this.json = json;
    }

    /** Empty where there are none any more: whatever stands there stands by others. */
    public String of(LocalDate day) {
        try {
            return json.text(json.of(editions.ruleSet(day), day));
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
