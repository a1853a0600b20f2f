package se.nollan.rules.measure;

import java.util.ArrayList;
import java.util.List;

/** One caller's contacts with one unit on one day (P-U1 to P-U6). */
final class CallerGroup {

    private final RuleSet rules;
    private final List<Entry> cases = new ArrayList<>();
    private final List<Entry> blocked = new ArrayList<>();

    /** Cases excluded by P-X11: they take no part but in P-U5. */
    private final List<Entry> choseOtherDay = new ArrayList<>();

    private CallerGroup(RuleSet rules, List<Entry> contacts) {
        this.rules = rules;
        for (Entry contact : contacts) {
            (contact.isDecided() ? choseOtherDay : contact.isBlocked() ? blocked : cases).add(contact);
        }
    }

    /** Decides what is not decided yet. Of a caller's contacts, only those excluded by P-X11 are given here beside the counted ones. */
    static void decide(List<Entry> contacts) {
        if (contacts.size() > 1) {
            new CallerGroup(contacts.get(0).in.rules(), contacts).decide();
        } else if (!contacts.get(0).isDecided()) {
            contacts.get(0).is(byItself(contacts.get(0))); // most callers call once
        }
    }

    private void decide() {
        if (cases.isEmpty()) {
            decideBlockedAlone();
        } else if (!rules.inForce(Rule.P_U1)) {
            cases.forEach(entry -> entry.is(byItself(entry)));
            countBlocked(blocked);
        } else {
            Entry standing = Entry.earliest(cases, PhoneCase::completed);
            decideCases(standing);
            decideBlockedBeside(standing);
        }
    }

    private static Disposition byItself(Entry entry) {
        return entry.isBlocked() ? new Disposition.Miss(Rule.P_U3) : PhoneCase.byItself(entry);
    }

    /** P-U2 with I-1 and I-2. */
    private void decideCases(Entry standing) {
        if (rules.countsEachCase) {
            cases.forEach(entry -> entry.is(byItself(entry)));
            return;
        }
        boolean spoilt = rules.allCasesMustBeCompleted
                && PhoneCase.completed(standing)
                && !cases.stream().allMatch(PhoneCase::completed);
        standing.is(spoilt ? new Disposition.Miss(Rule.P_U2) : byItself(standing));
        Entry.merge(cases, standing, Rule.P_U2);
    }

    /** P-U1 with I-9: which blocked calls go with the case; the others count beside it. */
    private void decideBlockedBeside(Entry standing) {
        long mergedAfter =
                switch (rules.blockedBesideCase) {
                    case ANY_CASE -> Long.MIN_VALUE;
                    case COMPLETED_CASE -> PhoneCase.completed(standing) ? Long.MIN_VALUE : Long.MAX_VALUE;
                    case AFTER_CONTACT -> firstCompletion();
                };
        List<Entry> beside = new ArrayList<>(0);
        for (Entry call : blocked) {
            if (call.contact.createdAt() > mergedAfter) {
                call.isMergedInto(standing, Rule.P_U1);
            } else {
                beside.add(call);
            }
        }
        countBlocked(beside);
    }

    private long firstCompletion() {
        return cases.stream().mapToLong(PhoneCase::completedAt).min().orElse(Long.MAX_VALUE);
    }

    /** P-U5 with I-3, else P-U3. */
    private void decideBlockedAlone() {
        Entry offered = Entry.earliest(choseOtherDay, entry -> true);
        if (offered != null && rules.inForce(Rule.P_U5) && !rules.countsBlockedBeforeChosenDay) {
            Entry.merge(blocked, offered, Rule.P_U5);
        } else {
            countBlocked(blocked);
        }
    }

    /** P-U3: one miss, for which the earliest full-queue call stands, else the earliest closed-queue call. */
    private void countBlocked(List<Entry> calls) {
        if (!rules.inForce(Rule.P_U1)) {
            calls.forEach(call -> call.is(byItself(call)));
            return;
        }
        Entry standing = Entry.earliest(calls, call -> call.kind == Contact.Kind.FULL);
        if (standing != null) {
            standing.is(new Disposition.Miss(Rule.P_U3));
            Entry.merge(calls, standing, Rule.P_U3);
        }
    }
}
