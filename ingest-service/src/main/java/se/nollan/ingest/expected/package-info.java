/** What is due from whom: which days of which lines somebody has spoken for, and which nobody has. */
@NullMarked
package se.nollan.ingest.expected;

import org.jspecify.annotations.NullMarked;
