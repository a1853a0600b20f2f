/**
 * What stands: per source, line and day the contacts that were said last, as revisions that are only added to (design, invariants
 * 3 and 4). Submissions say what they cover; this package makes revisions of it and the messages that carry them.
 */
@NullMarked
package se.nollan.ingest.slice;

import org.jspecify.annotations.NullMarked;
