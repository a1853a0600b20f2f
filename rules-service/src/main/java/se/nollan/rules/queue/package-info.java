/**
 * Unit-days that are to be evaluated, and what sends them here again: the one queue (design, invariant 6). Sole writer of
 * {@code dirty}.
 */
@NullMarked
package se.nollan.rules.queue;

import org.jspecify.annotations.NullMarked;
