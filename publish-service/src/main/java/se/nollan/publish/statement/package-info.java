/** A month of a region: summed, drafted, signed, corrected. */
@NullMarked
package se.nollan.publish.statement;

import org.jspecify.annotations.NullMarked;
