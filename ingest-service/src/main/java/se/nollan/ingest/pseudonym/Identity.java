package se.nollan.ingest.pseudonym;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The caller or individual of a contact, in the one notation that is keyed.
 *
 * @param text a number in E.164, a personal identity number in twelve digits, or the vendor's own key; null: nobody can be told from it
 */
record Identity(Standing standing, @Nullable String text) {

    /** What a text says of a caller. */
    enum Standing {
        /** A telephone number or an individual's id. */
        KNOWN,
        /** The vendor's own key of a caller, taken as it stands. */
        KEY,
        /** Nobody: withheld, unknown, a code or word that stands for that. */
        WITHHELD,
        /** A number of which digits are hidden. */
        MASKED,
        /** A number that a spreadsheet has rounded. */
        DESTROYED
    }

    static final Identity WITHHELD = new Identity(Standing.WITHHELD, null);
    static final Identity MASKED = new Identity(Standing.MASKED, null);
    static final Identity DESTROYED = new Identity(Standing.DESTROYED, null);

    static Identity number(String e164) {
        return new Identity(Standing.KNOWN, e164);
    }

    static Identity key(String text) {
        return new Identity(Standing.KEY, text);
    }

    static Identity ofChat(String contact, LocalDate day) {
        var number = PersonalNumbers.twelveDigits(contact, day);
        return new Identity(Standing.KNOWN, number == null ? contact.strip() : number);
    }
}
