/**
 * A month's figures in plain Java: summed from results, held against what was sent, hidden where they are too small, shown to a
 * reader.
 */
@NullMarked
package se.nollan.publish.figure;

import org.jspecify.annotations.NullMarked;
