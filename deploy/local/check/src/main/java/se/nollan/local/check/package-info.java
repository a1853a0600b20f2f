/** A profile tried on a log, from a command: what the two cores make of it, without a stack. */
@NullMarked
package se.nollan.local.check;

import org.jspecify.annotations.NullMarked;
