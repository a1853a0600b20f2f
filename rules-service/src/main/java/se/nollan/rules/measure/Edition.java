package se.nollan.rules.measure;

import static se.nollan.rules.measure.Rule.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An edition of the PM: the rules in force (measurement rules, section 5). A month is evaluated whole by one edition. Immutable.
 *
 * <p>Each edition is the one before it and what came with it: rules that begin ({@link #then}) or end ({@link #without}), exclusions in
 * other words ({@link #rewording}), readings that the PM has settled ({@link #settling}).
 */
public final class Edition {

    private static final LocalDate BROADER_MODEL = LocalDate.of(2024, 1, 1);

    /** The rules of chat that came with its formula. */
    static final Set<Rule> FORMULA_OF_CHAT = Collections.unmodifiableSet(EnumSet.of(C_X1, C_X2, C_X4, C_2, C_U1, C_H1));

    /** What decisions ask for. The rest always holds; and without P-X3, P-X7 or P-X10 a kind of contact would be left unjudged. */
    private static final Set<Rule> CAN_END = Collections.unmodifiableSet(EnumSet.of(
            S_4, P_X1, P_X2, P_X4, P_X5, P_X6, P_X8, P_X9, P_X11, P_C2, P_C3, P_U1, P_U3, P_U5, C_X1, C_X2, C_X3, C_X4,
            C_2));

    private static final Set<Rule> CAN_BE_REWORDED = Collections.unmodifiableSet(
            EnumSet.of(P_X1, P_X2, P_X4, P_X5, P_X6, P_X8, P_X9, P_X10, P_X11, C_X1, C_X2, C_X3, C_X4));

    /** The 2010 instructions are not public: cases and voicemail of a working day, each by itself (assumption). */
    public static final Edition SKR_2010 = new Edition(
            "skr-2010", LocalDate.of(2010, 1, 1), EnumSet.of(S_1, P_X1, P_X2, P_C1, P_C4, P_C6), Map.of(), Map.of());

    private static final Edition V1_2 = SKR_2010.then("1.2", "2023-08-24", P_X3, P_X9, P_U3);
    private static final Edition V1_3 = V1_2.then("1.3", "2023-09-12", P_C2, P_X4, P_X5, P_X8, P_X11, P_U5);
    private static final Edition V1_4 = V1_3.then("1.4", "2023-09-28", P_U1, P_U2, P_U4);
    private static final Edition V1_5 = V1_4.then("1.5", "2024-04-08", P_X7);
    private static final Edition V1_6 = V1_5.then("1.6", "2024-06-03", P_X6, P_X10, P_C3);
    private static final Edition V1_7 = V1_6.then("1.7", "2024-09-16", S_4);
    private static final Edition V1_8 = V1_7.then("1.8", "2024-10-02", FORMULA_OF_CHAT.toArray(Rule[]::new));
    private static final Edition V1_9 = V1_8.then("1.9", "2024-11-19");

    /** The edition of 2024-11-27. */
    public static final Edition V2_0 = V1_9.then("2.0", "2024-11-27", C_X3);

    /** Every edition, the oldest first. */
    public static final List<Edition> ALL = List.of(SKR_2010, V1_2, V1_3, V1_4, V1_5, V1_6, V1_7, V1_8, V1_9, V2_0);

    private final String name;
    private final LocalDate from;
    private final Set<Rule> rules;
    private final Map<Rule, Predicate<Entry>> reworded;
    private final Map<Interpretation, String> settled;

    private Edition(
            String name,
            LocalDate from,
            Set<Rule> rules,
            Map<Rule, Predicate<Entry>> reworded,
            Map<Interpretation, String> settled) {
        this.name = name;
        this.from = from;
        this.rules = Collections.unmodifiableSet(rules);
        this.reworded = Collections.unmodifiableMap(reworded);
        this.settled = Collections.unmodifiableMap(settled);
    }

    /** This edition with more rules, under a new name. */
    public Edition then(String name, String from, Rule... more) {
        Set<Rule> all = EnumSet.copyOf(rules);
        all.addAll(List.of(more));
        return new Edition(name, LocalDate.parse(from), all, reworded, settled);
    }

    /**
     * This edition less some rules.
     *
     * @throws IllegalArgumentException for a rule that is in force in no edition otherwise than as it stands: who ends it must write what
     *     holds instead
     */
    Edition without(Rule... ended) {
        for (Rule rule : ended) {
            if (!CAN_END.contains(rule) || !has(rule)) {
                throw new IllegalArgumentException("An edition cannot say that " + rule.id()
                        + " ends: it is not in force, or what holds without it is written nowhere.");
            }
        }
        Set<Rule> rest = EnumSet.copyOf(rules);
        rest.removeAll(List.of(ended));
        return new Edition(name, from, rest, reworded, settled);
    }

    /**
     * This edition with an exclusion that fits other contacts than in the editions before; its place in the order stays.
     *
     * @throws IllegalArgumentException for what is no exclusion in force, or one of a kind of contact that cannot be judged otherwise
     */
    Edition rewording(Rule exclusion, Predicate<Entry> fits) {
        if (!CAN_BE_REWORDED.contains(exclusion) || !has(exclusion)) {
            throw new IllegalArgumentException("An edition cannot word " + exclusion.id()
                    + " anew: it is no exclusion in force, or its contacts cannot be judged otherwise.");
        }
        Map<Rule, Predicate<Entry>> words = new EnumMap<>(Rule.class);
        words.putAll(reworded);
        words.put(exclusion, fits);
        return new Edition(name, from, rules, words, settled);
    }

    /** This edition with a reading that is the default from now on. */
    Edition settling(Interpretation interpretation, String reading) {
        Map<Interpretation, String> readings = new EnumMap<>(Interpretation.class);
        readings.putAll(settled);
        readings.put(interpretation, reading);
        return new Edition(name, from, rules, reworded, readings);
    }

    /** For instance {@code 2.0}. */
    public String name() {
        return name;
    }

    /** The day it is dated. */
    public LocalDate from() {
        return from;
    }

    /** The rules in force. */
    public Set<Rule> rules() {
        return rules;
    }

    /** The reading that the national figure is made by. */
    public String defaultReading(Interpretation interpretation) {
        return settled.getOrDefault(interpretation, interpretation.readings().get(0));
    }

    /** Whether an interpretation can matter at all: that of I-12 does in the broader model's editions before chat had its formula. */
    boolean leavesOpen(Interpretation interpretation) {
        return interpretation != Interpretation.CHAT_FROM || !name.equals(SKR_2010.name) && !has(C_2);
    }

    /** Of these reasons, those in force, as this edition words them. */
    List<Exclusion> wordingOf(List<Exclusion> inOrder, Predicate<Rule> inForce) {
        return inOrder.stream()
                .filter(exclusion -> inForce.test(exclusion.rule()))
                .map(exclusion ->
                        new Exclusion(exclusion.rule(), reworded.getOrDefault(exclusion.rule(), exclusion.fits())))
                .toList();
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
        return of(month, ALL);
    }

    static Edition of(YearMonth month, List<Edition> editions) {
        LocalDate first = month.atDay(1);
        if (first.isBefore(SKR_2010.from)) {
            throw new IllegalArgumentException(
                    "No edition is in force in " + month + "; name one, for instance in NOLLAN_EDITIONS.");
        }
        if (first.isBefore(BROADER_MODEL)) {
            return SKR_2010;
        }
        return editions.stream()
                .filter(edition -> !edition.from.isAfter(first))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    boolean has(Rule rule) {
        return rules.contains(rule);
    }
}
