/** Contacts that a system pushes one by one, merged by id and put in place together. */
@NullMarked
package se.nollan.ingest.live;

import org.jspecify.annotations.NullMarked;
