/** What every resource shares: problems, pages, api-info. */
@NullMarked
package se.nollan.publish.http;

import org.jspecify.annotations.NullMarked;
