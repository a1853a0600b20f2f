package se.nollan.rules.measure;

import java.util.ArrayList;
import java.util.List;

/** One caller's contacts with one unit on one day (P-U1 to P-U6). */
final class CallerGroup {

    private final List<Entry> cases = new ArrayList<>(2);
    private final List<Entry> blocked = new ArrayList<>(2);
    private final List<Entry> choseOtherDay = new ArrayList<>(0);

    void add(Entry entry) {
        (entry.isBlocked() ? blocked : cases).add(entry);
    }

    /** A case excluded by P-X11: it takes no part but in P-U5. */
    void addExcluded(Entry entry) {
        choseOtherDay.add(entry);
    }

    void decide(UnitDay in) {
        if (cases.isEmpty()) {
            decideBlockedAlone(in);
        } else if (!in.rules().inForce(Rule.P_U1)) {
            cases.forEach(entry -> entry.is(PhoneCase.byItself(entry, in)));
            countBlocked(blocked, in);
        } else {
            Entry standing = standing(in);
            decideCases(standing, in);
            decideBlockedBeside(standing, in);
        }
    }

    /** P-U6: the earliest completed case, else the earliest case. */
    private Entry standing(UnitDay in) {
        List<Entry> completed = new ArrayList<>(cases);
        completed.removeIf(entry -> !PhoneCase.completed(entry, in));
        return Entry.earliest(completed.isEmpty() ? cases : completed);
    }

    /** P-U2 with I-1 and I-2. */
    private void decideCases(Entry standing, UnitDay in) {
        if (in.rules().countsEachCase) {
            cases.forEach(entry -> entry.is(PhoneCase.byItself(entry, in)));
            return;
        }
        boolean spoilt = in.rules().allCasesMustBeCompleted
                && PhoneCase.completed(standing, in)
                && !cases.stream().allMatch(entry -> PhoneCase.completed(entry, in));
        standing.is(spoilt ? new Disposition.Miss(Rule.P_U2) : PhoneCase.byItself(standing, in));
        Entry.merge(cases, standing, Rule.P_U2);
    }

    /** P-U1 with I-9: which blocked calls go with the case; the others count beside it. */
    private void decideBlockedBeside(Entry standing, UnitDay in) {
        long mergedFrom =
                switch (in.rules().blockedBesideCase) {
                    case ANY_CASE -> Long.MIN_VALUE;
                    case COMPLETED_CASE -> PhoneCase.completed(standing, in) ? Long.MIN_VALUE : Long.MAX_VALUE;
                    case AFTER_CONTACT -> firstCompletion(in);
                };
        List<Entry> merged = new ArrayList<>(blocked);
        merged.removeIf(entry -> entry.contact.createdAt() <= mergedFrom);
        Entry.merge(merged, standing, Rule.P_U1);
        List<Entry> beside = new ArrayList<>(blocked);
        beside.removeAll(merged);
        countBlocked(beside, in);
    }

    private long firstCompletion(UnitDay in) {
        return cases.stream()
                .mapToLong(entry -> PhoneCase.completedAt(entry, in))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** P-U5 with I-3, else P-U3. */
    private void decideBlockedAlone(UnitDay in) {
        Entry offered = Entry.earliest(choseOtherDay);
        if (offered != null && in.rules().inForce(Rule.P_U5) && !in.rules().countsBlockedBeforeChosenDay) {
            Entry.merge(blocked, offered, Rule.P_U5);
        } else {
            countBlocked(blocked, in);
        }
    }

    /** P-U3: one miss, for which the earliest full-queue call stands, else the earliest closed-queue call. */
    private static void countBlocked(List<Entry> blocked, UnitDay in) {
        if (!in.rules().inForce(Rule.P_U1)) {
            blocked.forEach(entry -> entry.is(new Disposition.Miss(Rule.P_U3)));
            return;
        }
        List<Entry> full = new ArrayList<>(blocked);
        full.removeIf(entry -> entry.kind != Contact.Kind.FULL);
        Entry standing = Entry.earliest(full.isEmpty() ? blocked : full);
        if (standing != null) {
            standing.is(new Disposition.Miss(Rule.P_U3));
            Entry.merge(blocked, standing, Rule.P_U3);
        }
    }
}
