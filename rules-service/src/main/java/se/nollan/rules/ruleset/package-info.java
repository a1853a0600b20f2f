/** The rules in force: editions, the calendar's versions, a region's choice of readings (design, invariant 2). */
@NullMarked
package se.nollan.rules.ruleset;

import org.jspecify.annotations.NullMarked;
