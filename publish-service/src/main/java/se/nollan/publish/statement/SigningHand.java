package se.nollan.publish.statement;

import java.util.Objects;

/**
 * Whose hand may sign.
 *
 * @param byPerson whether it must be a person's, whose name then stands in the record; else a system of the region's may too
 * @param fourEyes whether it must be another than the one that drafted
 */
record SigningHand(boolean byPerson, boolean fourEyes) {

    /** @throws Refusal when this hand may not */
    void check(AuditStamp drafted, AuditStamp by) {
        if (byPerson && by.user() == null) {
            throw new Refusal(
                    Refusal.Kind.SIGNER_IS_NO_PERSON,
                    "A statement is signed by a person. Log in as yourself instead of as a system, and sign then.");
        }
        if (fourEyes
                && (by.user() == null
                        ? by.client().equals(drafted.client())
                        : Objects.equals(by.user(), drafted.user()))) {
            throw new Refusal(
                    Refusal.Kind.SIGNER_HAS_DRAFTED,
                    "Who drafted a statement does not sign it here. Have another coordinator of the region look at it and sign.");
        }
    }
}
