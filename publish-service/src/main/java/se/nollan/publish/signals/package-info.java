/** What goes with a month's figures: signals of quality, hidden demand, how long patients waited (measurement rules, section 6). */
@NullMarked
package se.nollan.publish.signals;

import org.jspecify.annotations.NullMarked;
