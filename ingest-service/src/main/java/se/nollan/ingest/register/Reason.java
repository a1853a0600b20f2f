package se.nollan.ingest.register;

import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.ingest.pseudonym.PhoneNumbers;

/** Why something was changed, in the words of who did; throws the problem that answers what cannot be kept. */
public final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    /** The reason, which is kept for ever and so is nobody's number; null: none was said. */
    public static @Nullable String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Problems.badRequest("wrong-reason", "A reason has at most " + LONGEST + " characters, on one line.");
        }
        if (PhoneNumbers.isIn(text)) {
            throw Problems.badRequest(
                    "wrong-reason", "The reason seems to hold a telephone or personal identity number. Leave it out.");
        }
        return text.strip();
    }
}
