/** How work is done here: what can never succeed goes aside, what fails for now is tried again, what waits is done in turns. */
@NullMarked
package se.nollan.rules.work;

import org.jspecify.annotations.NullMarked;
