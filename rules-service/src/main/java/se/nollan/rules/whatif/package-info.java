/** What other rules would have given: the same contacts under several rule sets, and what differs. */
@NullMarked
package se.nollan.rules.whatif;

import org.jspecify.annotations.NullMarked;
