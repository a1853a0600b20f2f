package se.nollan.rules.ruleset;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.RuleSet;

/** Which rule set a month is evaluated by: the month decides the edition, unless the installation sets another. Immutable. */
public final class Editions {

    private final Map<YearMonth, Edition> set;

    private Editions(Map<YearMonth, Edition> set) {
        this.set = set;
    }

    /**
     * Reads what an installation sets, for instance {@code 1999-01=2.0,1999-02=2.0}; empty sets nothing.
     *
     * @throws IllegalArgumentException if it cannot be read; the message says what is expected
     */
    public static Editions parse(String setting) {
        Map<YearMonth, Edition> set = new HashMap<>();
        for (String entry : setting.split(",")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] sides = entry.trim().split("=", 2);
            try {
                set.put(YearMonth.parse(sides[0].trim()), Edition.named(sides.length == 2 ? sides[1].trim() : ""));
            } catch (DateTimeParseException notAMonth) {
                throw new IllegalArgumentException(
                        "NOLLAN_EDITIONS must be months and editions, as 1999-01=2.0,1999-02=2.0; this is not: "
                                + entry);
            }
        }
        return new Editions(Map.copyOf(set));
    }

    /**
     * The rule set of the day's month, every interpretation at its default.
     *
     * @throws IllegalArgumentException before 2010, unless an edition is set
     */
    public RuleSet ruleSet(LocalDate day) {
        return ruleSet(YearMonth.from(day));
    }

    /**
     * The rule set of a month, every interpretation at its default.
     *
     * @throws IllegalArgumentException before 2010, unless an edition is set
     */
    public RuleSet ruleSet(YearMonth month) {
        Edition edition = set.get(month);
        return RuleSet.of(edition == null ? Edition.of(month) : edition);
    }
}
