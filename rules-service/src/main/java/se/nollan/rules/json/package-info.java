/** Reading JSON that others wrote: field by field, with a plain sentence for each that is wrong. */
@NullMarked
package se.nollan.rules.json;

import org.jspecify.annotations.NullMarked;
