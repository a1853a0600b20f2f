/** What rules-service counted of a unit, day and channel. */
@NullMarked
package se.nollan.publish.results;

import org.jspecify.annotations.NullMarked;
