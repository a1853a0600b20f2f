/** How messages are taken in: what can never succeed goes aside, what fails for now is tried again, one thing at a time. */
@NullMarked
package se.nollan.base.messaging;

import org.jspecify.annotations.NullMarked;
