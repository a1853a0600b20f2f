package se.nollan.ingest.format;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a report shows of a value that somebody sent: its shape, never itself. Digits become {@code 9}, letters {@code a}. Only the words of
 * the contact format and well-formed times and dates are shown as they are.
 */
public final class Shape {
    private static final int SHOWN = 64;
    private static final Set<String> WORDS = words();
    private static final String DATE = "(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
    private static final String TIME =
            DATE + "(?:[T ](?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,3})?)?(?:Z|[+-][01]\\d:[0-5]\\d)?)?";
    private static final Pattern TIMES = Pattern.compile(TIME + "(?: " + TIME + "){0,1}");

    private Shape() {}

    /** The value as it may be shown to anybody. */
    public static String of(String value) {
        if (WORDS.contains(value) || TIMES.matcher(value).matches()) {
            return value;
        }
        var shape = new StringBuilder(Math.min(value.length(), SHOWN) + 1);
        var shown = value.codePoints().limit(SHOWN).toArray();
        for (var character : shown) {
            shape.appendCodePoint(shape(character));
        }
        return shown.length < value.codePointCount(0, value.length())
                ? shape.append('…').toString()
                : shape.toString();
    }

    private static int shape(int character) {
        if (Character.isDigit(character) || Character.getType(character) == Character.OTHER_NUMBER) {
            return '9';
        }
        if (Character.isLetter(character)) {
            return 'a';
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.MATH_SYMBOL -> character;
            default -> '?';
        };
    }

    private static Set<String> words() {
        var words = new HashSet<>(Set.of("true", "false"));
        words.addAll(ContactCheck.ORIGINS);
        words.addAll(ContactCheck.CALLERS);
        words.addAll(ContactCheck.CANCELLERS);
        for (var channel : Channel.values()) {
            words.add(channel.word());
            words.addAll(channel.kinds());
        }
        for (var field : Field.values()) {
            words.add(field.label());
        }
        return Set.copyOf(words);
    }
}
