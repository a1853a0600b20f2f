/** What the tests of every service hold its code against. */
@NullMarked
package se.nollan.checks;

import org.jspecify.annotations.NullMarked;
