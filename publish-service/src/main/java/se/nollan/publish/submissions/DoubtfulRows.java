package se.nollan.publish.submissions;

import java.time.LocalDate;

/**
 * Rows of a submission that say something of its source: a line that nobody has entered in the register, a clock without an offset.
 *
 * @param provider organisation number
 * @param from first day of its period
 * @param to last day of its period
 * @param unknownLines rows whose line the register does not know; they are in no figure
 * @param skippedTimes rows with a local time that summer time skips; they are in no figure
 * @param repeatedTimes rows with a local time that comes twice when summer time ends; read as the first of the two
 */
public record DoubtfulRows(
        String submission,
        String provider,
        String system,
        LocalDate from,
        LocalDate to,
        long unknownLines,
        long skippedTimes,
        long repeatedTimes) {}
