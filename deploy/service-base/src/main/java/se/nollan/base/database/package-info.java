/** How the services reach PostgreSQL, and what its refusals mean. */
@NullMarked
package se.nollan.base.database;

import org.jspecify.annotations.NullMarked;
