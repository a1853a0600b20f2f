/**
 * From a caller to a pseudonym: numbers in one notation, keys that live for one day and one region, and nothing that leads back
 * once the month's key is gone.
 */
@NullMarked
package se.nollan.ingest.pseudonym;

import org.jspecify.annotations.NullMarked;
