package se.nollan.ingest.pseudonym;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The caller or individual of a contact in the one notation that is keyed.
 *
 * @param text a number in E.164, a personal identity number in twelve digits, or the vendor's id trimmed
 * @param recognised false: a phone caller that is not written as a telephone number
 */
record Identity(String text, boolean recognised) {
    // Shorter callers, as some vendors number theirs, stand inside other numbers by chance.
    private static final int LONG_ENOUGH_TO_FIND = 6;

    static Identity ofPhone(String contact) {
        var number = PhoneNumbers.e164(contact);
        return number == null ? new Identity(contact, false) : new Identity(number, true);
    }

    static Identity ofChat(String contact, LocalDate day) {
        var number = PersonalNumbers.twelveDigits(contact, day);
        return new Identity(number == null ? contact.strip() : number, true);
    }

    /** Whether a vendor's id gives the caller away. */
    static boolean isIn(String id, @Nullable String contact, @Nullable Identity identity, LocalDate day) {
        if (PersonalNumbers.isIn(id, day)) {
            return true;
        }
        if (contact == null || identity == null) {
            return false;
        }
        var lower = id.toLowerCase(Locale.ROOT);
        var plain = contact.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(plain) || (plain.length() >= LONG_ENOUGH_TO_FIND && lower.contains(plain))) {
            return true;
        }
        return identity.text().startsWith("+") && holdsNumber(id, identity.text());
    }

    // The subscriber's digits in any notation: national, international, with or without separators.
    private static boolean holdsNumber(String id, String e164) {
        var significant = e164.startsWith("+46") ? e164.substring(3) : e164.substring(1);
        if (id.length() < significant.length()) {
            return false;
        }
        var digits = new StringBuilder(id.length());
        for (var i = 0; i < id.length(); i++) {
            var c = id.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' && c != '/') {
                digits.append('x');
            }
        }
        return significant.length() >= LONG_ENOUGH_TO_FIND && digits.indexOf(significant) >= 0;
    }
}
