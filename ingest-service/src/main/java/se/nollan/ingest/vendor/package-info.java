/**
 * A log's layout and what it says: from bytes to contacts of the contact format, or to errors that name line, field and rule.
 * Knows nothing of HTTP, databases or keys; what it reads is still personal data and leaves this package only as {@link
 * se.nollan.ingest.vendor.Contact}.
 */
@NullMarked
package se.nollan.ingest.vendor;

import org.jspecify.annotations.NullMarked;
