/** What was sent, and what of it is evaluated. */
@NullMarked
package se.nollan.publish.submissions;

import org.jspecify.annotations.NullMarked;
