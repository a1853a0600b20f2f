/** The one style of transaction. */
@NullMarked
package se.nollan.publish.database;

import org.jspecify.annotations.NullMarked;
