package se.nollan.rules.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reason to leave a phone contact out. */
record PhoneExclusion(Rule rule, Reason reason) {

    /** Whether the reason fits a contact. */
    interface Reason {
        boolean fits(Entry entry, UnitDay in);
    }

    /** In the order of the rules: the first that fits is the reported reason. */
    static final List<PhoneExclusion> IN_ORDER = List.of(
            new PhoneExclusion(Rule.P_X1, (entry, in) -> !in.workingDay()),
            new PhoneExclusion(Rule.P_X2, (entry, in) -> !entry.line.measured()),
            new PhoneExclusion(Rule.P_X3, (entry, in) -> entry.kind == Contact.Kind.VOICEMAIL),
            new PhoneExclusion(Rule.P_X4, (entry, in) -> entry.kind == Contact.Kind.VIDEO),
            new PhoneExclusion(Rule.P_X5, (entry, in) -> entry.contact.origin() == Contact.Origin.STAFF),
            new PhoneExclusion(Rule.P_X6, (entry, in) -> entry.contact.caller() != Contact.Caller.PATIENT),
            new PhoneExclusion(Rule.P_X7, (entry, in) -> entry.kind == Contact.Kind.FORWARDED),
            new PhoneExclusion(Rule.P_X8, PhoneExclusion::closedWebForm),
            new PhoneExclusion(Rule.P_X9, PhoneExclusion::closedOutsideHours),
            new PhoneExclusion(Rule.P_X10, PhoneExclusion::aborted),
            new PhoneExclusion(Rule.P_X11, PhoneExclusion::patientChoseOtherDay));

    /** The first reason in force that fits, or null. */
    static @Nullable Rule of(Entry entry, UnitDay in) {
        for (PhoneExclusion exclusion : IN_ORDER) {
            if (in.rules().inForce(exclusion.rule) && exclusion.reason.fits(entry, in)) {
                return exclusion.rule;
            }
        }
        return null;
    }

    private static boolean closedWebForm(Entry entry, UnitDay in) {
        return entry.kind == Contact.Kind.CLOSED && entry.contact.origin() == Contact.Origin.WEB;
    }

    /** I-4: whether 17.00.00 itself is inside; any later fraction is outside. */
    private static boolean closedOutsideHours(Entry entry, UnitDay in) {
        long at = entry.contact.createdAt();
        long seventeen = in.day().seventeen();
        boolean inside = at >= in.day().eight() && (in.rules().closedEndIsInside ? at <= seventeen : at < seventeen);
        return entry.kind == Contact.Kind.CLOSED && !inside;
    }

    /** I-10: with a known number it may be taken as a case that was not completed. */
    private static boolean aborted(Entry entry, UnitDay in) {
        return entry.kind == Contact.Kind.ABORTED && (entry.contact.withheld() || !in.rules().abortedKnownNumberIsCase);
    }

    private static boolean patientChoseOtherDay(Entry entry, UnitDay in) {
        return entry.kind == Contact.Kind.CALLBACK
                && entry.contact.patientChoseLaterThan(in.day().date());
    }
}
