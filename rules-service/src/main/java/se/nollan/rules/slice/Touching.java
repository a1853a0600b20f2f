package se.nollan.rules.slice;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a stored slice touches by the register in force.
 *
 * @param sliceId id of its head
 * @param roots families of units, each named by the unit at the top
 */
record Touching(long sliceId, LocalDate day, Set<String> roots) {}
