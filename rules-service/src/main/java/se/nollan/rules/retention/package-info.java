/** How long things are kept, and what becomes of them then. */
@NullMarked
package se.nollan.rules.retention;

import org.jspecify.annotations.NullMarked;
