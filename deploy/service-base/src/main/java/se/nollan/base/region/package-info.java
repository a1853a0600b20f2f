/** The regions of Sweden, and the numbers that others know them by. */
@NullMarked
package se.nollan.base.region;

import org.jspecify.annotations.NullMarked;
