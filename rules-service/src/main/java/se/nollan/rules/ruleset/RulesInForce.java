package se.nollan.rules.ruleset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import se.nollan.base.text.Sha256;
import se.nollan.rules.measure.PublicHolidays;

/** The rules by which a day is evaluated now, as a result names them: edition, switches and calendar. */
@ApplicationScoped
public class RulesInForce {

    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);

    private final Editions editions;
    private final RuleSetJson json;
    private final PublicHolidays calendar;

    RulesInForce(Editions editions, RuleSetJson json, PublicHolidays calendar) {
        this.editions = editions;
        this.json = json;
        this.calendar = calendar;
    }

    /** SHA-256 over the rules of every month and the calendar of every day: the same exactly where all results are named alike. */
    String hash() {
        StringBuilder all = new StringBuilder();
        LocalDate end = LocalDate.of(calendar.lastYear(), 12, 31);
        for (LocalDate day = FIRST; !day.isAfter(end); day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1) {
                all.append('\n').append(of(day));
            }
            all.append(' ').append(calendar.version(day));
        }
        return Sha256.hex(all.toString());
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
