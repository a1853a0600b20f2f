/** Results by revision, as they stand and as they are asked for. */
@NullMarked
package se.nollan.rules.results;

import org.jspecify.annotations.NullMarked;
