package se.nollan.ingest.expected;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing comes.
 *
 * @param line id of a line; null: all of the provider
 * @param from first day, and {@code to} the last
 * @param reason in the words of who said it
 * @param saidBy the person, or the client of a system
 */
public record Absence(
        UUID id,
        String provider,
        @Nullable String line,
        LocalDate from,
        LocalDate to,
        String reason,
        String saidBy,
        Instant saidAt) {

    boolean excuses(String other, LocalDate day) {
        return (line == null || line.equals(other)) && !day.isBefore(from) && !day.isAfter(to);
    }
}
