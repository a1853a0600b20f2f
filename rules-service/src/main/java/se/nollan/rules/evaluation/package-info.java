/** Unit-days evaluated: taken from the queue under a lock, judged whole, sent on where something is new (design, invariants 1, 2 and 6). */
@NullMarked
package se.nollan.rules.evaluation;

import org.jspecify.annotations.NullMarked;
