/** Messages that leave in the transaction of what they tell of (design, invariant 6). */
@NullMarked
package se.nollan.rules.outbox;

import org.jspecify.annotations.NullMarked;
