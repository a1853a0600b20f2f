/** What is said of text whatever it is about. */
@NullMarked
package se.nollan.base.text;

import org.jspecify.annotations.NullMarked;
