package se.nollan.publish.statement;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody writes that is published for good, such as the reason of a correction: words, but nobody's number or address. Public
 * identifiers (HSA-id, organisation number) and dates may stand in it.
 */
final class PublicText {

    /** Most characters. */
    static final int LONGEST = 500;

    private static final int FEWEST_DIGITS_OF_A_NUMBER = 7;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S|(?i)\\b(?:mailto|tel|sips?):");
    private static final Pattern HSA_ID = Pattern.compile("SE\\d{10}-[A-Za-z0-9]+");
    // The third digit of an organisation number is two or more, which no day of birth has there.
    private static final Pattern ORGANISATION = Pattern.compile("(?<!\\d)\\d{2}[2-9]\\d{3}-\\d{4}(?!\\d)");
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?(?!\\d|-)");
    // Digits with anything but letters between them: whatever separates them, a reader sees one number.
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}(?:[^\\p{L}\\p{Nd}]{0,3}\\p{Nd})*");

    private PublicText() {}

    /** What is wrong with the text, in a sentence that repeats nothing of it; empty: it may be published. */
    static Optional<String> fault(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return Optional.of("It has more than " + LONGEST + " characters. Shorten it.");
        }
        if (UNSEEN.matcher(text).find()) {
            return Optional.of(
                    "It holds characters that are not seen, such as line breaks or marks of direction. Take them out.");
        }
        if (ADDRESS.matcher(text).find()) {
            return Optional.of("It holds an e-mail address or a link to a person. It is public for good: take it out.");
        }
        String rest = text;
        for (Pattern allowed : new Pattern[] {HSA_ID, ORGANISATION, DATE}) {
            rest = allowed.matcher(rest).replaceAll(" x ");
        }
        boolean number = DIGITS.matcher(rest)
                .results()
                .anyMatch(found ->
                        found.group().codePoints().filter(Character::isDigit).count() >= FEWEST_DIGITS_OF_A_NUMBER);
        return number
                ? Optional.of(
                        "It holds a number that may be somebody's telephone or personal identity number. It is public for"
                                + " good: take it out.")
                : Optional.empty();
    }
}
