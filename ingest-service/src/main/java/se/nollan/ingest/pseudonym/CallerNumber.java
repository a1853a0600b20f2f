package se.nollan.ingest.pseudonym;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a phone caller is (the contact format): whatever cannot tell one caller from another is none. */
final class CallerNumber {
    // Words spelt on the keypad: anonymous, unavailable, restricted, blocked, unknown.
    private static final String[] STAND_INS = {"266696687", "86282452253", "7378742833", "2562533", "8656696"};
    private static final int LONG_STAND_IN = 9;
    private static final Pattern URI = Pattern.compile("(?i)(?:tel|sips?):(.*)", Pattern.DOTALL);
    private static final Pattern CONTEXT = Pattern.compile("(?i);phone-context=(\\+[0-9.-]+)");
    private static final Pattern DECIMAL_TAIL = Pattern.compile("(.*\\d{5,}|[^0-9]?\\d{1,2})[.,]0", Pattern.DOTALL);
    private static final Pattern NEGATIVE_CODE = Pattern.compile("[\\p{Pd}\u2212]\\s*\\d{1,2}");
    private static final Pattern DESTROYED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern MASKED = Pattern.compile("(?:[+0-9]*\\*[+0-9*xX?]*|\\+?\\d[0-9]*[xX?][0-9xX?]*)");

    private CallerNumber() {}

    /** The caller that a text names. */
    static Identity read(String text, SourceNotation source) {
        if (isE164(text)) {
            return Identity.number(text);
        }
        if (Notation.isPlainDigits(text)) {
            // Nothing is around them and nothing is hidden.
            return isWithheld(text, text, source) ? Identity.WITHHELD : number(text, null, source);
        }
        var undressed = undress(text);
        var tail = DECIMAL_TAIL.matcher(undressed.text());
        var plain = tail.matches() ? tail.group(1) : undressed.text();
        var bare = Notation.bare(plain);
        if (isWithheld(plain, bare, source)) {
            return Identity.WITHHELD;
        }
        if (DESTROYED.matcher(plain.replaceAll("\\s", "")).matches()) {
            return Identity.DESTROYED;
        }
        if (MASKED.matcher(bare).matches()) {
            return Identity.MASKED;
        }
        if (bare.startsWith("+") && isStandIn(bare, 1)) {
            return Identity.WITHHELD;
        }
        return number(bare, undressed.context(), source);
    }

    private static Identity number(String bare, @Nullable String context, SourceNotation source) {
        var number = PhoneNumbers.e164(afterTheOutsideLine(inContext(bare, context), source), source.leadingZeroLost());
        if (number == null) {
            return Identity.key(bare);
        }
        return isStandIn(number, 1) ? Identity.WITHHELD : Identity.number(number);
    }

    /** A word as words are compared: bare, in lower case. */
    static String word(String text) {
        return Notation.bare(text).toLowerCase(Locale.ROOT);
    }

    // Most systems write numbers so: nothing is to be taken off.
    private static boolean isE164(String text) {
        if (text.length() < 11
                || text.length() > 16
                || text.charAt(0) != '+'
                || text.charAt(1) == '7'
                || text.startsWith("+460")) {
            return false;
        }
        for (var i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.charAt(1) != '0' && !isStandIn(text, 1);
    }

    private record Undressed(String text, @Nullable String context) {}

    /** Without a spreadsheet's ="…", a display name, a scheme, a host and parameters. */
    private static Undressed undress(String text) {
        var inner = text.strip();
        if (inner.startsWith("=")) {
            inner = inner.substring(1);
        }
        var open = inner.lastIndexOf('<');
        var close = inner.lastIndexOf('>');
        if (open >= 0 && close > open) {
            inner = inner.substring(open + 1, close);
        }
        var uri = URI.matcher(inner.strip());
        if (!uri.matches()) {
            return new Undressed(inner, null);
        }
        var context = CONTEXT.matcher(inner);
        var user = uri.group(1)
                .split("[;?]", 2)[0]
                .split("@", 2)[0]
                .replace("%2B", "+")
                .replace("%2b", "+");
        return new Undressed(user, context.find() ? context.group(1) : null);
    }

    private static boolean isWithheld(String plain, String bare, SourceNotation source) {
        if (source.withheld().contains(bare.toLowerCase(Locale.ROOT))
                || !Notation.isPlainDigits(plain)
                        && NEGATIVE_CODE.matcher(plain.strip()).matches()) {
            return true;
        }
        var digits = Notation.digits(bare);
        var hidden = bare.indexOf('*') >= 0;
        return !hidden && isZeros(digits)
                || digits.length() >= LONG_STAND_IN && digits.equals(bare) && isStandIn(bare, 0);
    }

    private static boolean isStandIn(String number, int from) {
        for (var one : STAND_INS) {
            if (one.length() == number.length() - from && number.startsWith(one, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZeros(String digits) {
        for (var i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** RFC 3966: a local number with the prefix that it is local to. */
    private static String inContext(String bare, @Nullable String context) {
        return context == null || bare.startsWith("+") || bare.startsWith("0") ? bare : Notation.bare(context) + bare;
    }

    private static String afterTheOutsideLine(String bare, SourceNotation source) {
        var prefix = source.outsideLine();
        return !prefix.isEmpty() && bare.startsWith(prefix + "0") ? bare.substring(prefix.length()) : bare;
    }
}
