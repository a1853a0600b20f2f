/** Why a figure is what it is: a unit's month, its days, its contacts, made again from the slices when asked (design, invariant 2). */
@NullMarked
package se.nollan.rules.explanation;

import org.jspecify.annotations.NullMarked;
