package se.nollan.rules.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a month is evaluated by: an edition of the PM and a reading of each {@link Interpretation}. Immutable. */
public final class RuleSet {

    private final Edition edition;
    private final Map<Interpretation, String> readings;

    // The readings as the rules ask for them.
    final boolean countsEachCase;
    final boolean allCasesMustBeCompleted;
    final boolean countsBlockedBeforeChosenDay;
    final boolean closedEndIsInside;
    final boolean evesAreHolidays;
    final int requiredAttempts;
    final boolean untakenChatIsTheFirstUnits;
    final boolean chatWithoutProblemCountsEach;
    final BlockedBesideCase blockedBesideCase;
    final boolean abortedKnownNumberIsCase;
    final boolean cancelledOnlySameDay;
    final boolean chatSinceTheModel;
    final boolean withheldUndoneIsAborted;
    final boolean chatWithin24Hours;

    // The reasons in force, in the order of the rules.
    final List<Exclusion> phoneExclusions;
    final List<Exclusion> chatExclusions;

    enum BlockedBesideCase {
        ANY_CASE,
        COMPLETED_CASE,
        AFTER_CONTACT
    }

    private RuleSet(Edition edition, Map<Interpretation, String> readings) {
        this.edition = edition;
        this.readings = Collections.unmodifiableMap(readings);
        countsEachCase = is(Interpretation.REPEATED_CASES, "COUNT_EACH");
        allCasesMustBeCompleted = is(Interpretation.REPEATED_HIT, "ALL");
        countsBlockedBeforeChosenDay = is(Interpretation.BLOCKED_BEFORE_CHOSEN_DAY, "COUNT");
        closedEndIsInside = is(Interpretation.CLOSED_END_INCLUSIVE, "true");
        evesAreHolidays = is(Interpretation.EVES_ARE_HOLIDAYS, "true");
        requiredAttempts = Integer.parseInt(reading(Interpretation.REQUIRED_ATTEMPTS));
        untakenChatIsTheFirstUnits = is(Interpretation.UNTAKEN_CHAT, "FIRST_UNIT");
        chatWithoutProblemCountsEach = is(Interpretation.CHAT_WITHOUT_PROBLEM, "PER_CASE");
        blockedBesideCase = BlockedBesideCase.valueOf(reading(Interpretation.BLOCKED_BESIDE_CASE));
        abortedKnownNumberIsCase = is(Interpretation.ABORTED_KNOWN_NUMBER, "MISS");
        cancelledOnlySameDay = is(Interpretation.CANCELLED_UNTIL, "SAME_DAY");
        chatSinceTheModel = is(Interpretation.CHAT_FROM, "MODEL") && edition.leavesOpen(Interpretation.CHAT_FROM);
        withheldUndoneIsAborted = is(Interpretation.WITHHELD_UNDONE, "EXCLUDE");
        chatWithin24Hours = is(Interpretation.CHAT_WITHIN, "HOURS_24");
        phoneExclusions = edition.wordingOf(PhoneExclusions.IN_ORDER, this::inForce);
        chatExclusions = edition.wordingOf(ChatExclusions.IN_ORDER, this::inForce);
    }

    /** An edition with the default reading of everything: what the national figure is made by. */
    public static RuleSet of(Edition edition) {
        Map<Interpretation, String> defaults = new EnumMap<>(Interpretation.class);
        for (Interpretation interpretation : Interpretation.values()) {
            defaults.put(interpretation, edition.defaultReading(interpretation));
        }
        return new RuleSet(edition, defaults);
    }

    /**
     * The same with another reading.
     *
     * @throws IllegalArgumentException if the interpretation has no such reading; the message names those it has
     */
    public RuleSet with(Interpretation interpretation, String reading) {
        if (!interpretation.readings().contains(reading)) {
            throw new IllegalArgumentException("'" + interpretation.word() + "' may be "
                    + String.join(", ", interpretation.readings()) + ", not '" + reading + "'.");
        }
        Map<Interpretation, String> changed = new EnumMap<>(readings);
        changed.put(interpretation, reading);
        return new RuleSet(edition, changed);
    }

    public Edition edition() {
        return edition;
    }

    public String reading(Interpretation interpretation) {
        return Objects.requireNonNull(readings.get(interpretation));
    }

    /** The switches by name, as typed values: truth, number or word. */
    public Map<String, Object> switches() {
        Map<String, Object> typed = new LinkedHashMap<>();
        readings.forEach((interpretation, reading) -> typed.put(
                interpretation.word(),
                switch (interpretation) {
                    case CLOSED_END_INCLUSIVE, EVES_ARE_HOLIDAYS -> Boolean.valueOf(reading);
                    case REQUIRED_ATTEMPTS -> Integer.valueOf(reading);
                    default -> reading;
                }));
        return typed;
    }

    /** I-12: chat is measured from the edition that gave its formula, or in every one of the broader model, by that formula. */
    boolean inForce(Rule rule) {
        return edition.has(rule) || chatSinceTheModel && Edition.FORMULA_OF_CHAT.contains(rule);
    }

    private boolean is(Interpretation interpretation, String reading) {
        return reading(interpretation).equals(reading);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet that && edition.equals(that.edition) && readings.equals(that.readings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(edition, readings);
    }

    @Override
    public String toString() {
        return edition.name() + " " + switches();
    }
}
