package se.nollan.rules.measure;

/** What became of a contact: exactly one of four, and the rule that decided it. */
public sealed interface Disposition {

    Rule rule();

    /** Contact the same day (träff). */
    record Hit(Rule rule) implements Disposition {}

    /** No contact the same day (bom). */
    record Miss(Rule rule) implements Disposition {}

    /** Not counted, for the first reason that fits. */
    record Excluded(Rule rule) implements Disposition {}

    /** Counted, or left out, with the contact that stands for its group. */
    record Merged(Rule rule, ContactId into) implements Disposition {}
}
