package se.nollan.rules.measure;

import static se.nollan.rules.measure.Rule.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An edition of the PM: the rules in force (measurement rules, section 5). A month is evaluated whole by one edition.
 *
 * <p>Each edition is the one before it plus the rules that came with it, so a new edition is a line in {@link #ALL} and its rules.
 *
 * @param name for instance {@code 2.0}
 * @param from the day it is dated
 */
public record Edition(String name, LocalDate from, Set<Rule> rules) {

    private static final LocalDate BROADER_MODEL = LocalDate.of(2024, 1, 1);

    /** The 2010 instructions are not public: cases and voicemail of a working day, each by itself (assumption). */
    public static final Edition SKR_2010 =
            new Edition("skr-2010", LocalDate.of(2010, 1, 1), Set.of(S_1, P_X1, P_X2, P_C1, P_C4, P_C6));

    private static final Edition V1_2 = SKR_2010.then("1.2", "2023-08-24", P_X3, P_X9, P_U3);
    private static final Edition V1_3 = V1_2.then("1.3", "2023-09-12", P_C2, P_X4, P_X5, P_X8, P_X11, P_U5);
    private static final Edition V1_4 = V1_3.then("1.4", "2023-09-28", P_U1, P_U2, P_U4);
    private static final Edition V1_5 = V1_4.then("1.5", "2024-04-08", P_X7);
    private static final Edition V1_6 = V1_5.then("1.6", "2024-06-03", P_X6, P_X10, P_C3);
    private static final Edition V1_7 = V1_6.then("1.7", "2024-09-16", S_4);
    private static final Edition V1_8 = V1_7.then("1.8", "2024-10-02", C_X1, C_X2, C_X4, C_2, C_U1, C_H1);
    private static final Edition V1_9 = V1_8.then("1.9", "2024-11-19");

    /** The edition of 2024-11-27. */
    public static final Edition V2_0 = V1_9.then("2.0", "2024-11-27", C_X3);

    /** Every edition, the oldest first. */
    public static final List<Edition> ALL = List.of(SKR_2010, V1_2, V1_3, V1_4, V1_5, V1_6, V1_7, V1_8, V1_9, V2_0);

    public Edition {
        rules = Collections.unmodifiableSet(EnumSet.copyOf(rules));
    }

    /** This edition with more rules, under a new name. */
    public Edition then(String name, String from, Rule... rules) {
        EnumSet<Rule> more = EnumSet.copyOf(this.rules);
        more.addAll(List.of(rules));
        return new Edition(name, LocalDate.parse(from), more);
    }

    /**
     * The edition of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static Edition named(String name) {
        return ALL.stream()
                .filter(edition -> edition.name.equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = new ArrayList<>();
                    ALL.forEach(edition -> names.add(edition.name));
                    return new IllegalArgumentException(
                            "There is no edition '" + name + "'; there are " + String.join(", ", names) + ".");
                });
    }

    /**
     * The edition that a month is evaluated by: the latest dated on or before its first day, but before 2024 that of 2010.
     *
     * @throws IllegalArgumentException before 2010, when none is in force and one must be named
     */
    public static Edition of(YearMonth month) {
        LocalDate first = month.atDay(1);
        if (first.isBefore(SKR_2010.from)) {
            throw new IllegalArgumentException(
                    "No edition is in force in " + month + "; name one, for instance in NOLLAN_EDITIONS.");
        }
        if (first.isBefore(BROADER_MODEL)) {
            return SKR_2010;
        }
        return ALL.stream()
                .filter(edition -> !edition.from.isAfter(first))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    boolean has(Rule rule) {
        return rules.contains(rule);
    }
}
