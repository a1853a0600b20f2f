/** Messages that a service could not take: seen, understood, and sent again when the cause is gone. */
@NullMarked
package se.nollan.ingest.deadletter;

import org.jspecify.annotations.NullMarked;
