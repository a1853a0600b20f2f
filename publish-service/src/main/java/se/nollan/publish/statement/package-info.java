/** A month's statement: drafted, signed, corrected (design, invariant 10). */
@NullMarked
package se.nollan.publish.statement;

import org.jspecify.annotations.NullMarked;
