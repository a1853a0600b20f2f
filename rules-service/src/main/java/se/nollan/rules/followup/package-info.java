/** What a region follows its own units up by. Nothing of it ever reaches a result (BordersTest keeps it apart). */
@NullMarked
package se.nollan.rules.followup;

import org.jspecify.annotations.NullMarked;
