/** How messages are taken in. */
@NullMarked
package se.nollan.publish.messages;

import org.jspecify.annotations.NullMarked;
