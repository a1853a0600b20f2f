package se.nollan.ingest.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.pseudonym.PhoneNumbers;

/** What is asked for besides a register; throws the problem that answers what makes no sense. */
final class RegisterParameters {
    private static final int LONGEST_REASON = 200;

    private RegisterParameters() {}

    static boolean flag(String name, @Nullable String value) {
        if (value != null && !List.of("true", "false").contains(value)) {
            throw Problems.badRequest("wrong-parameter", name + " is true or false. Correct it, or leave it out.");
        }
        return "true".equals(value);
    }

    /** It is kept for ever, so it is nobody's number. */
    static @Nullable String reason(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_REASON || text.chars().anyMatch(Character::isISOControl)) {
            throw Problems.badRequest(
                    "wrong-reason", "A reason has at most " + LONGEST_REASON + " characters, on one line.");
        }
        if (PhoneNumbers.isIn(text)) {
            throw Problems.badRequest(
                    "wrong-reason", "The reason seems to hold a telephone or personal identity number. Leave it out.");
        }
        return text.strip();
    }

    static @Nullable LocalDate date(String name, @Nullable String text) {
        var date = text == null ? null : TimeText.date(text);
        if (text != null && date == null) {
            throw Problems.badRequest("wrong-parameter", name + " is a date such as 2026-10-31.");
        }
        return date;
    }
}
