package se.nollan.ingest.pseudonym;

/**
 * How numbers are dressed: the one place that knows what is a digit, what only separates digits, and what is put around a number. Digits of
 * every script count as digits.
 */
public final class Notation {
    private Notation() {}

    /** The value of a decimal digit of any script; -1: none. */
    public static int digit(int character) {
        if (character < 0x80) {
            return character >= '0' && character <= '9' ? character - '0' : -1;
        }
        return Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(character, 10) : -1;
    }

    /** Whether a character only stands between digits: neither a digit nor a letter, whatever it looks like. */
    static boolean separates(int character) {
        return digit(character) < 0 && !Character.isLetter(character);
    }

    /** The digits alone, with everything else taken out. */
    public static String digits(String text) {
        if (isPlainDigits(text)) {
            return text;
        }
        var digits = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var digit = digit(text.codePointAt(i));
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** Whether it is of the digits 0 to 9 and nothing else. */
    static boolean isPlainDigits(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** How many digits a text has, of any script. */
    static int countDigits(String text) {
        var count = 0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (digit(text.codePointAt(i)) >= 0) {
                count++;
            }
        }
        return count;
    }

    /**
     * The text without blanks and dashes of every kind, dots, slashes, parentheses, quotes, and invisible, format and control characters;
     * digits of other scripts become ours.
     */
    static String bare(String text) {
        if (isPlainDigits(text)) {
            return text;
        }
        var bare = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var character = text.codePointAt(i);
            var digit = digit(character);
            if (digit >= 0) {
                bare.append((char) ('0' + digit));
            } else if (!isDress(character)) {
                bare.appendCodePoint(character);
            }
        }
        return bare.toString();
    }

    private static boolean isDress(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.DASH_PUNCTUATION,
                    Character.FORMAT,
                    Character.CONTROL,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> "./()'\"`´\u2212".indexOf(character) >= 0;
        };
    }
}
