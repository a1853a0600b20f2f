/** The region's register as publish-service needs it: who answered for which unit on which day. */
@NullMarked
package se.nollan.publish.register;

import org.jspecify.annotations.NullMarked;
