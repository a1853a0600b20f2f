package se.nollan.publish.signals;

import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Channel;

/**
 * Something in a unit's month that somebody should look at. It changes no figure.
 *
 * @param name what kind of signal, for example {@code silent-days}
 * @param channel null where it is of the unit
 * @param swedish the signal with its numbers in one sentence
 * @param english the same
 */
public record Signal(String name, @Nullable Channel channel, String swedish, String english) {}
