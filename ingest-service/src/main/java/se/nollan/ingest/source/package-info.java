/** The files that systems write: delimited, of fixed width, JSON, XML and workbooks, read row by row into the cells that a profile names. */
@NullMarked
package se.nollan.ingest.source;

import org.jspecify.annotations.NullMarked;
