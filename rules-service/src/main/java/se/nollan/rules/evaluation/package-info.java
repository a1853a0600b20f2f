/** Unit-days evaluated, explained, and evaluated again when what they are made of changes (design, invariants 1, 2 and 6). */
@NullMarked
package se.nollan.rules.evaluation;

import org.jspecify.annotations.NullMarked;
