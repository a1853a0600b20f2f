package se.nollan.rules.measure;

import java.time.LocalDate;

/**
 * One contact and its disposition.
 *
 * @param unit the measured unit that it belongs to (C-H1, then S-4)
 * @param date the Stockholm day on which it came in
 */
public record Judgement(Contact contact, String unit, LocalDate date, Disposition disposition) {}
