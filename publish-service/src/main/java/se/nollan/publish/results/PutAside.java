package se.nollan.publish.results;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A result that could not be taken in and lies in dead-letters.
 *
 * @param reason in words that quote nothing of it
 */
public record PutAside(String unit, LocalDate day, String channel, String reason) {

    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9-]{1,64})/(\\d{4}-\\d{2}-\\d{2})/(phone|chat)");

    /** What a message's key says that it is of; empty when it is no key of the contract. */
    static Optional<PutAside> of(byte[] key, String reason) {
        var parts = KEY.matcher(key == null ? "" : new String(key, StandardCharsets.UTF_8));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PutAside(parts.group(1), LocalDate.parse(parts.group(2)), parts.group(3), reason));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
