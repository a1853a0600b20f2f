/**
 * Which figures the public does not see, in plain Java: statistical disclosure control by cell suppression, over everything that is
 * published of a month. Decision 2 says what an attacker may know and what must not follow from it.
 */
@NullMarked
package se.nollan.publish.suppression;

import org.jspecify.annotations.NullMarked;
