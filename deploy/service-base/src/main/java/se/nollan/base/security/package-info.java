/** Who asks, and what the roles let them do. */
@NullMarked
package se.nollan.base.security;

import org.jspecify.annotations.NullMarked;
