package se.nollan.rules.measure;

/**
 * For which interpretations it can matter how one caller's contacts are read. Says rather too much than too little: what is not in doubt
 * is the same under every reading, in every edition.
 */
final class Doubt {

    private static final long HOUR = 3_600_000L;

    /** What one contact alone brings into doubt, a bit each: there is one of these for every caller of the day. */
    private int byOne;

    private int cases;
    private int blocked;
    private int chatsWithoutProblem;
    private boolean choseOtherDay;

    /** @param onAnEve whether the day is a working day only if the eves are (I-5) */
    void add(Contact contact, Day day, boolean onAnEve) {
        if (contact.firstLine() != null && contact.answeredAt() == Contact.NONE) {
            is(Interpretation.UNTAKEN_CHAT);
        }
        switch (contact.channel()) {
            case PHONE -> addCall(contact, day, onAnEve);
            case CHAT -> addChat(contact, day);
        }
    }

    private void addCall(Contact contact, Day day, boolean onAnEve) {
        boolean isBlocked = contact.kind() == Contact.Kind.FULL || contact.kind() == Contact.Kind.CLOSED;
        blocked += isBlocked ? 1 : 0;
        // Before edition 1.3 whatever staff made is taken for a case.
        boolean mayBeACase = !isBlocked || contact.origin() == Contact.Origin.STAFF;
        cases += mayBeACase ? 1 : 0;
        choseOtherDay |= contact.offeredSameDay() && contact.chosenDate() != null;
        if (contact.kind() == Contact.Kind.CLOSED
                && contact.createdAt() % HOUR == 0
                && contact.createdAt() == day.at(ClosedQueueHours.NATIONAL.to())) {
            is(Interpretation.CLOSED_END_INCLUSIVE);
        }
        if (contact.attempts().length > 0) {
            is(Interpretation.REQUIRED_ATTEMPTS);
        }
        if (contact.kind() == Contact.Kind.ABORTED && !contact.withheld()) {
            is(Interpretation.ABORTED_KNOWN_NUMBER);
        }
        if (onAnEve) {
            is(Interpretation.EVES_ARE_HOLIDAYS);
        }
        if (contact.withheld() && mayBeACase) {
            is(Interpretation.WITHHELD_UNDONE);
        }
    }

    private void addChat(Contact contact, Day day) {
        chatsWithoutProblem += contact.problem() == null || contact.problem().isBlank() ? 1 : 0;
        is(Interpretation.CHAT_FROM);
        if (day.holds(contact.answeredAt()) != contact.startedWithin24Hours()) {
            is(Interpretation.CHAT_WITHIN);
        }
        if (contact.cancelledBy() == Contact.Ender.PATIENT && !day.holds(contact.cancelledAt())) {
            is(Interpretation.CANCELLED_UNTIL);
        }
    }

    /** Whether it can matter to the caller's contacts how this is read. */
    boolean isAbout(Interpretation interpretation) {
        return switch (interpretation) {
            case REPEATED_CASES, REPEATED_HIT -> cases > 1;
            case BLOCKED_BEFORE_CHOSEN_DAY -> blocked > 0 && choseOtherDay;
            case BLOCKED_BESIDE_CASE -> blocked > 0 && cases > 0;
            case CHAT_WITHOUT_PROBLEM -> chatsWithoutProblem > 1;
            default -> (byOne & bit(interpretation)) != 0;
        };
    }

    private void is(Interpretation interpretation) {
        byOne |= bit(interpretation);
    }

    private static int bit(Interpretation interpretation) {
        return 1 << interpretation.ordinal();
    }
}
