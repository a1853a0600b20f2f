package se.nollan.ingest.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that passed every rule of the contact format, its lines resolved by the register. {@code contact} and {@code problem}
 * are still as the vendor wrote them: personal data, for the pseudonyms alone.
 *
 * @param row the line of the body where the row begins
 * @param id the vendor's id
 * @param line the register's line
 * @param day the Stockholm day of {@code createdAt}
 * @param clockChange whether a local time stood in the hour that the end of summer time repeats
 */
public record Contact(
        long row,
        String id,
        KnownLines.Line line,
        LocalDate day,
        Channel channel,
        String kind,
        @Nullable String origin,
        @Nullable String caller,
        @Nullable String contact,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant answeredAt,
        List<Instant> attempts,
        @Nullable Instant doneAt,
        boolean offeredSameDay,
        @Nullable LocalDate chosenDate,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBy,
        KnownLines.@Nullable Line firstLine,
        boolean clockChange) {

    /** Keeps the caller out of logs and messages, whoever prints a contact. */
    @Override
    public String toString() {
        return "Contact[row=" + row + "]";
    }
}
