package se.nollan.ingest.pseudonym;

import org.jspecify.annotations.Nullable;

/** Telephone numbers in one notation, E.164, so that the same caller is the same text whatever the vendor writes. */
public final class PhoneNumbers {
    // E.164 allows fifteen digits; no subscriber anywhere has fewer than seven with the country code.
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final String SWEDEN = "46";

    private PhoneNumbers() {}

    /**
     * The number in E.164. Only what begins with {@code 0}, {@code 00} or {@code +} is read as one; without a country code it is
     * Swedish.
     *
     * @return null when the text is no telephone number
     */
    public static @Nullable String e164(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || (stripped.charAt(0) != '0' && stripped.charAt(0) != '+')) {
            return null;
        }
        var digits = digits(stripped);
        if (digits == null) {
            return null;
        }
        var international = international(stripped.charAt(0), digits);
        // A zero after the country code is the national prefix, written out of habit: +46 (0)63.
        if (international.startsWith(SWEDEN + "0")) {
            international = SWEDEN + international.substring(SWEDEN.length() + 1);
        }
        return international.length() < FEWEST_DIGITS
                        || international.length() > MOST_DIGITS
                        || international.charAt(0) == '0'
                ? null
                : "+" + international;
    }

    private static String international(char first, String digits) {
        if (first == '+') {
            return digits;
        }
        return digits.startsWith("00") ? digits.substring(2) : SWEDEN + digits.substring(1);
    }

    // The digits, separators left out; null when anything else stands among them.
    private static @Nullable String digits(String text) {
        var digits = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (!(isSeparator(c) || (c == '+' && i == 0))) {
                return null;
            }
        }
        return digits.toString();
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/' || c == '\u00a0';
    }
}
