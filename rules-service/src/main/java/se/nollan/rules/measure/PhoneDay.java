package se.nollan.rules.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The phone contacts of one unit on one day (measurement rules, section 2). */
final class PhoneDay {

    private PhoneDay() {}

    /** The kind that the edition takes a contact for: before 1.3, what staff made and video calls were callback cases like any. */
    static Contact.Kind kindOf(Contact contact, RuleSet rules) {
        boolean likeACallback = contact.origin() == Contact.Origin.STAFF && !rules.inForce(Rule.P_X5)
                || contact.kind() == Contact.Kind.VIDEO && !rules.inForce(Rule.P_X4);
        return likeACallback ? Contact.Kind.CALLBACK : contact.kind();
    }

    static void judge(ChannelDay in) {
        Map<String, List<Entry>> callers = new HashMap<>();
        for (Entry entry : in.entries) {
            String number = entry.contact.contact();
            Rule reason = exclusion(entry);
            if (reason != null) {
                entry.is(new Disposition.Excluded(reason));
                if (reason == Rule.P_X11 && number != null) {
                    callers.computeIfAbsent(number, n -> new ArrayList<>(1)).add(entry);
                }
            } else if (entry.kind == Contact.Kind.VOICEMAIL) {
                entry.is(new Disposition.Hit(Rule.P_X3)); // before 1.2 a message was always a hit [13, 16]
            } else if (number != null) {
                callers.computeIfAbsent(number, n -> new ArrayList<>(1)).add(entry);
            } else {
                entry.is(withheld(entry));
            }
        }
        callers.values().forEach(CallerGroup::decide);
    }

    /** S-1, then E-1, come before every other reason. */
    private static @Nullable Rule exclusion(Entry entry) {
        if (!entry.in.isPrimaryCare()) {
            return Rule.S_1;
        }
        RuleSet rules = entry.in.rules();
        return measuredByEdition(entry.contact.kind(), rules)
                ? Exclusion.first(rules.phoneExclusions, entry)
                : Rule.E_1;
    }

    private static boolean measuredByEdition(Contact.Kind kind, RuleSet rules) {
        return switch (kind) {
            case FULL, CLOSED -> rules.inForce(Rule.P_U3);
            case FORWARDED -> rules.inForce(Rule.P_X7);
            case ABORTED -> rules.inForce(Rule.P_X10);
            default -> true;
        };
    }

    /** P-U4: each by itself. */
    private static Disposition withheld(Entry entry) {
        if (!entry.isBlocked()) {
            return PhoneCase.byItself(entry);
        }
        return new Disposition.Miss(entry.in.rules().inForce(Rule.P_U4) ? Rule.P_U4 : Rule.P_U3);
    }
}
