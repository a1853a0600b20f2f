/** The parts, the three services and the sample month, all on this machine: the README's first command. */
@NullMarked
package se.nollan.local.stack;

import org.jspecify.annotations.NullMarked;
