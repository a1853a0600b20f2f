/**
 * What goes with a result beside its counts (measurement rules, section 6): signals of quality, demand by the hour, service times. Plain
 * Java on the contacts of one unit, day and channel; everything is a count or a sum, so that a month is exact.
 */
@NullMarked
package se.nollan.rules.signals;

import org.jspecify.annotations.NullMarked;
