package se.nollan.rules.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The rules by which a day is evaluated now, as a result names them: edition, switches and calendar. */
@ApplicationScoped
class RulesInForce {

    private final Editions editions;
    private final ResultJson json;

    RulesInForce(Editions editions, ResultJson json) {
        this.editions = editions;
        this.json = json;
    }

    /** Empty where there are none any more: whatever stands there stands by others. */
    String of(LocalDate day) {
        try {
            return json.text(json.ruleSet(editions.ruleSet(day), day));
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
