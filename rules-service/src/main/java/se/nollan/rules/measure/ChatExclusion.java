package se.nollan.rules.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reason to leave a chat out. */
record ChatExclusion(Rule rule, Reason reason) {

    /** Whether the reason fits a contact. */
    interface Reason {
        boolean fits(Contact contact, UnitDay in);
    }

    /** In the order of the rules: the first that fits is the reported reason. */
    static final List<ChatExclusion> IN_ORDER = List.of(
            new ChatExclusion(Rule.C_X1, (contact, in) -> contact.kind() == Contact.Kind.BOT),
            new ChatExclusion(Rule.C_X2, (contact, in) -> contact.origin() == Contact.Origin.STAFF),
            new ChatExclusion(Rule.C_X3, ChatExclusion::cancelledByPatient),
            new ChatExclusion(Rule.C_X4, ChatExclusion::patientChoseOtherDay));

    /** The first reason in force that fits, or null. */
    static @Nullable Rule of(Contact contact, UnitDay in) {
        for (ChatExclusion exclusion : IN_ORDER) {
            if (in.rules().inForce(exclusion.rule) && exclusion.reason.fits(contact, in)) {
                return exclusion.rule;
            }
        }
        return null;
    }

    /** I-11: at any time before the dialogue started, or only on the day it was queued. */
    private static boolean cancelledByPatient(Contact contact, UnitDay in) {
        boolean beforeStart = contact.answeredAt() == Contact.NONE || contact.cancelledAt() < contact.answeredAt();
        boolean inTime = !in.rules().cancelledOnlySameDay || in.day().holds(contact.cancelledAt());
        return contact.cancelledBy() == Contact.Ender.PATIENT && beforeStart && inTime;
    }

    /** If the dialogue started on the day it was queued after all, it is a hit. */
    private static boolean patientChoseOtherDay(Contact contact, UnitDay in) {
        return contact.patientChoseLaterThan(in.day().date()) && !in.day().holds(contact.answeredAt());
    }
}
