package se.nollan.rules.results;

import org.jspecify.annotations.Nullable;

/**
 * What an evaluation makes of a unit, day and channel.
 *
 * @param standing the result that stands from now on
 * @param body the message to be sent; null when the figure is unchanged and only whose it is changes
 */
public record NewResult(ResultHead standing, @Nullable String body) {}
