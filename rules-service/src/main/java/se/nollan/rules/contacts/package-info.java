/** What came in: slices of contacts by revision, and the unit-days that they touch (design, invariants 3, 4 and 6). */
@NullMarked
package se.nollan.rules.contacts;

import org.jspecify.annotations.NullMarked;
