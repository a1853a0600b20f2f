package se.nollan.publish.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a signed statement is held to: the hash of all that it says, and that of the version before, so that none can be changed or taken
 * away without the next one telling.
 *
 * @param hash SHA-256 in lower-case hex
 * @param previous the hash of the version before; null in the first
 */
public record Chain(String hash, @Nullable String previous) {}
