/**
 * The national rules of the same-day contact guarantee, in plain Java: which contacts count, and which of those are hits. Nothing here
 * knows of a framework, a database or a message. Start at {@link se.nollan.rules.measure.Measure}; find a rule by its number in
 * {@link se.nollan.rules.measure.Rule}.
 */
@NullMarked
package se.nollan.rules.measure;

import org.jspecify.annotations.NullMarked;
