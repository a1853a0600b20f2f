/** Whether the broker answers: what changes something is refused while it does not. */
@NullMarked
package se.nollan.ingest.broker;

import org.jspecify.annotations.NullMarked;
