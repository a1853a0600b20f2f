package se.nollan.rules.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a phone case was completed the same day: P-C1 to P-C6. */
final class PhoneCase {

    private PhoneCase() {}

    static boolean completed(Entry entry) {
        return completedBy(entry) != null;
    }

    /** The case judged by itself: a hit by the rule that completes it, or a miss by the one that does not. */
    static Disposition byItself(Entry entry) {
        Rule completedBy = completedBy(entry);
        return completedBy != null ? new Disposition.Hit(completedBy) : new Disposition.Miss(missedBy(entry));
    }

    /** When the case became completed: the answer, the attempt that was enough, or the mark, whichever came first. */
    static long completedAt(Entry entry) {
        Contact contact = entry.contact;
        long at = entry.in.day().holds(contact.answeredAt()) ? contact.answeredAt() : Long.MAX_VALUE;
        if (entry.kind != Contact.Kind.QUEUE) {
            at = Math.min(at, enoughAttemptsAt(entry));
            at = marksCount(entry) ? Math.min(at, contact.doneAt()) : at;
        }
        return at;
    }

    private static @Nullable Rule completedBy(Entry entry) {
        boolean answered = entry.in.day().holds(entry.contact.answeredAt());
        return switch (entry.kind) {
            case QUEUE -> answered ? Rule.P_C1 : null;
            case CALLBACK, VIDEO ->
                answered || enoughAttemptsAt(entry) != Long.MAX_VALUE
                        ? Rule.P_C2
                        : marksCount(entry) ? Rule.P_C3 : null;
            default -> null;
        };
    }

    private static Rule missedBy(Entry entry) {
        Contact contact = entry.contact;
        if (entry.kind == Contact.Kind.ABORTED) {
            return Rule.P_X10;
        }
        if (contact.answeredAt() != Contact.NONE) {
            return Rule.P_C4;
        }
        if (contact.cancelledAt() != Contact.NONE) {
            return Rule.P_C6;
        }
        if (contact.doneAt() != Contact.NONE) {
            return Rule.P_C3;
        }
        return entry.kind == Contact.Kind.QUEUE ? Rule.P_C1 : Rule.P_C2;
    }

    /** I-6: the attempt that makes enough on that day. Before edition 1.3 no unanswered attempt counts. */
    private static long enoughAttemptsAt(Entry entry) {
        long[] attempts = entry.contact.attempts();
        RuleSet rules = entry.in.rules();
        if (attempts.length < rules.requiredAttempts || !rules.inForce(Rule.P_C2)) {
            return Long.MAX_VALUE;
        }
        long[] sameDay =
                Arrays.stream(attempts).filter(entry.in.day()::holds).sorted().toArray();
        return sameDay.length >= rules.requiredAttempts ? sameDay[rules.requiredAttempts - 1] : Long.MAX_VALUE;
    }

    /** P-C3: a mark counts for a withheld number only. */
    private static boolean marksCount(Entry entry) {
        Contact contact = entry.contact;
        return entry.in.rules().inForce(Rule.P_C3)
                && contact.withheld()
                && entry.in.day().holds(contact.doneAt());
    }
}
