/** One delivery from a provider: its parameters, its rows, its report, and its life from received to superseded. */
@NullMarked
package se.nollan.ingest.submission;

import org.jspecify.annotations.NullMarked;
