/** A month as it stands now, and whether it is ready to be signed. */
@NullMarked
package se.nollan.publish.month;

import org.jspecify.annotations.NullMarked;
