package se.nollan.publish.submissions;

import java.time.LocalDate;

/**
 * What one standing submission covers of one line.
 *
 * @param provider organisation number of the sender
 * @param system the source whose ids these are
 * @param line the line's id in the register
 * @param from first Stockholm day covered
 * @param to last Stockholm day covered
 */
public record Delivery(String provider, String system, String line, LocalDate from, LocalDate to) {}
