/** The body of a delivery as it comes from the network: its form, its files, its limits. */
@NullMarked
package se.nollan.ingest.body;

import org.jspecify.annotations.NullMarked;
