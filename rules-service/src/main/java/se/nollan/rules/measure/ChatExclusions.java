package se.nollan.rules.measure;

import java.util.List;

/** The reasons to leave a chat out. */
final class ChatExclusions {

    /** In the order of the rules: the first that fits is the reported reason. */
    static final List<Exclusion> IN_ORDER = List.of(
            new Exclusion(Rule.C_X1, entry -> entry.kind == Contact.Kind.BOT),
            new Exclusion(Rule.C_X2, entry -> entry.contact.origin() == Contact.Origin.STAFF),
            new Exclusion(Rule.C_X3, ChatExclusions::cancelledByPatient),
            new Exclusion(Rule.C_X4, ChatExclusions::patientChoseOtherDay));

    private ChatExclusions() {}

    /** I-11: at any time before the dialogue started, or only on the day it was queued. */
    private static boolean cancelledByPatient(Entry entry) {
        Contact contact = entry.contact;
        boolean beforeStart = contact.answeredAt() == Contact.NONE || contact.cancelledAt() < contact.answeredAt();
        boolean inTime =
                !entry.in.rules().cancelledOnlySameDay || entry.in.day().holds(contact.cancelledAt());
        return contact.cancelledBy() == Contact.Ender.PATIENT && beforeStart && inTime;
    }

    /** If the dialogue started on the day it was queued after all, it is a hit. */
    private static boolean patientChoseOtherDay(Entry entry) {
        Day day = entry.in.day();
        return entry.contact.patientChoseLaterThan(day.date()) && !day.holds(entry.contact.answeredAt());
    }
}
