/** Vendors' layouts: a profile tells how a log's rows become contacts of the contact format. */
@NullMarked
package se.nollan.ingest.profile;

import org.jspecify.annotations.NullMarked;
