/** What all endpoints share: problems, limits, pages, and what the API says of itself. */
@NullMarked
package se.nollan.base.http;

import org.jspecify.annotations.NullMarked;
