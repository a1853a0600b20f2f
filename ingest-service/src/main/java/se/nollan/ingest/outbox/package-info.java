/** Messages that leave in the transaction of what they tell of (design, invariant 6). */
@NullMarked
package se.nollan.ingest.outbox;

import org.jspecify.annotations.NullMarked;
