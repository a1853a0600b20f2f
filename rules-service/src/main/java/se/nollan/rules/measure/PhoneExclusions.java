package se.nollan.rules.measure;

import java.util.List;

/** The reasons to leave a phone contact out. */
final class PhoneExclusions {

    /** In the order of the rules: the first that fits is the reported reason. */
    static final List<Exclusion> IN_ORDER = List.of(
            new Exclusion(Rule.P_X1, entry -> !entry.in.workingDay()),
            new Exclusion(Rule.P_X2, entry -> !entry.line.measured()),
            new Exclusion(Rule.P_X3, entry -> entry.kind == Contact.Kind.VOICEMAIL),
            new Exclusion(Rule.P_X4, entry -> entry.kind == Contact.Kind.VIDEO),
            new Exclusion(Rule.P_X5, entry -> entry.contact.origin() == Contact.Origin.STAFF),
            new Exclusion(Rule.P_X6, entry -> entry.contact.caller() != Contact.Caller.PATIENT),
            new Exclusion(Rule.P_X7, entry -> entry.kind == Contact.Kind.FORWARDED),
            new Exclusion(Rule.P_X8, PhoneExclusions::closedWebForm),
            new Exclusion(Rule.P_X9, PhoneExclusions::closedOutsideHours),
            new Exclusion(Rule.P_X10, PhoneExclusions::aborted),
            new Exclusion(Rule.P_X11, PhoneExclusions::patientChoseOtherDay));

    private PhoneExclusions() {}

    private static boolean closedWebForm(Entry entry) {
        return entry.kind == Contact.Kind.CLOSED && entry.contact.origin() == Contact.Origin.WEB;
    }

    private static boolean closedOutsideHours(Entry entry) {
        return entry.kind == Contact.Kind.CLOSED && !entry.in.closedQueueCounts(entry.contact.createdAt());
    }

    /** I-10: with a known number it may be taken as a case that was not completed. */
    private static boolean aborted(Entry entry) {
        return entry.kind == Contact.Kind.ABORTED
                        && (entry.contact.withheld() || !entry.in.rules().abortedKnownNumberIsCase)
                || withheldUndone(entry);
    }

    /** I-13: a withheld number's callback that nobody completed that day may be taken as an aborted booking. */
    private static boolean withheldUndone(Entry entry) {
        return entry.in.rules().withheldUndoneIsAborted
                && entry.kind == Contact.Kind.CALLBACK
                && entry.contact.withheld()
                && !PhoneCase.completed(entry);
    }

    private static boolean patientChoseOtherDay(Entry entry) {
        return entry.kind == Contact.Kind.CALLBACK
                && entry.contact.patientChoseLaterThan(entry.in.day().date());
    }
}
