package se.nollan.rules.measure;

import java.util.List;

/** Where the PM leaves room: fourteen readings, each a switch of the rule set (I-1 to I-14). The first reading is the default. */
public enum Interpretation {
    REPEATED_CASES("I-1", "repeatedCases", "COUNT_ONCE", "COUNT_EACH"),
    REPEATED_HIT("I-2", "repeatedHit", "ANY", "ALL"),
    BLOCKED_BEFORE_CHOSEN_DAY("I-3", "blockedBeforeChosenDay", "DROP", "COUNT"),
    CLOSED_END_INCLUSIVE("I-4", "closedEndInclusive", "true", "false"),
    EVES_ARE_HOLIDAYS("I-5", "evesAreHolidays", "true", "false"),
    REQUIRED_ATTEMPTS(
            "I-6",
            "requiredAttempts",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7",
            "8",
            "9",
            "10",
            "11",
            "12",
            "13",
            "14",
            "15",
            "16",
            "17",
            "18",
            "19",
            "20"),
    UNTAKEN_CHAT("I-7", "untakenChat", "HOLDING_UNIT", "FIRST_UNIT"),
    CHAT_WITHOUT_PROBLEM("I-8", "chatWithoutProblem", "PER_INDIVIDUAL", "PER_CASE"),
    BLOCKED_BESIDE_CASE("I-9", "blockedBesideCase", "ANY_CASE", "COMPLETED_CASE", "AFTER_CONTACT"),
    ABORTED_KNOWN_NUMBER("I-10", "abortedKnownNumber", "EXCLUDE", "MISS"),
    CANCELLED_UNTIL("I-11", "cancelledUntil", "BEFORE_START", "SAME_DAY"),
    CHAT_FROM("I-12", "chatFrom", "FORMULA", "MODEL"),
    WITHHELD_UNDONE("I-13", "withheldUndone", "MISS", "EXCLUDE"),
    CHAT_WITHIN("I-14", "chatWithin", "SAME_DAY", "HOURS_24");

    private final String id;
    private final String word;
    private final List<String> readings;

    Interpretation(String id, String word, String... readings) {
        this.id = id;
        this.word = word;
        this.readings = List.of(readings);
    }

    /** The identifier in the rules, for instance {@code I-1}. */
    public String id() {
        return id;
    }

    /** The name of the switch in a rule set, for instance {@code repeatedCases}. */
    public String word() {
        return word;
    }

    /** What it may be set to, the default first. */
    public List<String> readings() {
        return readings;
    }

    /**
     * The switch of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Interpretation named(String word) {
        for (Interpretation interpretation : values()) {
            if (interpretation.word.equals(word)) {
                return interpretation;
            }
        }
        throw new IllegalArgumentException("There is no switch '" + word + "' in a rule set.");
    }
}
