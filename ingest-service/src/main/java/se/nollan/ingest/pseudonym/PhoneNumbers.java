package se.nollan.ingest.pseudonym;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in one notation, E.164, so that the same caller is the same text whatever the vendor writes. */
public final class PhoneNumbers {
    // E.164 allows fifteen digits; no subscriber anywhere has fewer than seven with the country code.
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final String SWEDEN = "46";
    private static final int FEWEST_NATIONAL = 7;
    private static final int MOST_NATIONAL = 10;
    // +7 has numbers of eleven digits and no other: a Swedish mobile number behind another zero is not one of them.
    private static final int LENGTH_OF_7 = 11;

    private PhoneNumbers() {}

    /** Whether a text that should hold none has a mobile number or a personal identity number in it. */
    public static boolean isIn(String text) {
        return IdCheck.givesAway(text, null, null, LocalDate.now(ZoneOffset.UTC));
    }

    /** The number in E.164, in whatever notation it stands; null when the text is no telephone number. */
    public static @Nullable String e164(String text) {
        return e164(Notation.bare(text), false);
    }

    /**
     * The number in E.164: {@code +…}, {@code 00…}, national {@code 0…}, Swedish {@code 46…}.
     *
     * @param bare the number without its notation
     * @param leadingZeroLost whether a national number has lost its zero
     */
    static @Nullable String e164(String bare, boolean leadingZeroLost) {
        var plus = bare.startsWith("+");
        var digits = plus ? bare.substring(1) : bare;
        if (digits.isEmpty() || !Notation.isPlainDigits(digits)) {
            return null;
        }
        var international = international(plus, digits, leadingZeroLost);
        if (international == null) {
            return null;
        }
        // A zero after the country code is the national prefix, written out of habit: +46 (0)63.
        if (international.startsWith(SWEDEN + "0")) {
            international = SWEDEN + international.substring(SWEDEN.length() + 1);
        }
        return international.length() < FEWEST_DIGITS
                        || international.length() > MOST_DIGITS
                        || international.charAt(0) == '0'
                        || international.charAt(0) == '7' && international.length() != LENGTH_OF_7
                ? null
                : "+" + international;
    }

    private static @Nullable String international(boolean plus, String digits, boolean leadingZeroLost) {
        if (plus) {
            return digits.startsWith("00") ? digits.substring(2) : digits;
        }
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        if (digits.startsWith("0")) {
            return SWEDEN + digits.substring(1);
        }
        if (digits.startsWith(SWEDEN) && isNational(digits.length() - SWEDEN.length(), MOST_NATIONAL)) {
            return digits;
        }
        return leadingZeroLost && isNational(digits.length(), MOST_NATIONAL - 1) ? SWEDEN + digits : null;
    }

    private static boolean isNational(int length, int most) {
        return length >= FEWEST_NATIONAL && length <= most;
    }
}
