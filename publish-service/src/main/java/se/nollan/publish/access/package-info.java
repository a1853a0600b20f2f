/** Who may do what. */
@NullMarked
package se.nollan.publish.access;

import org.jspecify.annotations.NullMarked;
