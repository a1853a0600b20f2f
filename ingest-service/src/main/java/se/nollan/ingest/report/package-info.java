/** What was found in a delivery, counted and listed, and told to people. */
@NullMarked
package se.nollan.ingest.report;

import org.jspecify.annotations.NullMarked;
