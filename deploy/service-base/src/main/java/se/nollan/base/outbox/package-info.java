/**
 * Messages that leave in the transaction of what they tell of (design, invariant 6). A service has an outbox when it sets
 * {@code nollan.outbox} at build time, and then the tables {@code outbox} and {@code lease}, whose sole writer this is.
 */
@NullMarked
package se.nollan.base.outbox;

import org.jspecify.annotations.NullMarked;
