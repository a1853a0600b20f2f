/** Slices of contacts as they came, by revision; which unit-days they touch; which are sealed (design, invariants 3, 4 and 10). */
@NullMarked
package se.nollan.rules.slice;

import org.jspecify.annotations.NullMarked;
