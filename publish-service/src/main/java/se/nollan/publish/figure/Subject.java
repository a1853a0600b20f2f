package se.nollan.publish.figure;

import org.jspecify.annotations.Nullable;
import se.nollan.publish.register.Form;

/**
 * Whom a figure is about.
 *
 * @param id of the level: county code, {@code public} or {@code private}, organisation number, HSA-id; of a part of a
 *     unit, HSA-id, {@code #} and the part's number
 * @param region county code; null where several are summed
 * @param provider organisation number; null where several are summed
 * @param form null where both are summed
 */
public record Subject(
        Level level,
        String id,
        String name,
        @Nullable String region,
        @Nullable String provider,
        @Nullable Form form) {}
