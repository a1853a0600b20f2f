/** What comes in by the topics {@code contacts} and {@code register}, and what of it waits for its other parts. */
@NullMarked
package se.nollan.rules.intake;

import org.jspecify.annotations.NullMarked;
