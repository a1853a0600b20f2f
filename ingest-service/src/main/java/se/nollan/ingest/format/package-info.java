/**
 * The contact format, version 1: what a row must be, read from CSV and from NDJSON, checked field by field. Knows nothing of HTTP,
 * databases or keys; what it reads is still personal data and leaves this package only as {@link se.nollan.ingest.format.Contact}.
 */
@NullMarked
package se.nollan.ingest.format;

import org.jspecify.annotations.NullMarked;
