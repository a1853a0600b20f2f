/** How long things are kept: contacts, the rows in reports, parked messages; each its own time. */
@NullMarked
package se.nollan.ingest.retention;

import org.jspecify.annotations.NullMarked;
