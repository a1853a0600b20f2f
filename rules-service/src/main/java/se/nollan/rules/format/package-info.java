/** The contact format as the rules write it back: fields, times, and the part of the register that goes with them. */
@NullMarked
package se.nollan.rules.format;

import org.jspecify.annotations.NullMarked;
