/** The one clock. */
@NullMarked
package se.nollan.base.time;

import org.jspecify.annotations.NullMarked;
