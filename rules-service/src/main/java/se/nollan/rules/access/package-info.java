/** Who may do what: the caller of a request, and who may act for which provider (design, invariant 9). */
@NullMarked
package se.nollan.rules.access;

import org.jspecify.annotations.NullMarked;
