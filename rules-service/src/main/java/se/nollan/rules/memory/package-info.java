/** Memory for answers: what is asked at the same time shares one budget, so that no question brings the service down. */
@NullMarked
package se.nollan.rules.memory;

import org.jspecify.annotations.NullMarked;
