package se.nollan.publish.register;

import org.jspecify.annotations.Nullable;

/**
 * A unit during one period. A unit that changes owner keeps its HSA-id and stands once for each period.
 *
 * @param id HSA-id
 * @param region county code
 * @param provider organisation number of who answers for it
 * @param parent the unit that a branch belongs to (S-4)
 * @param target minutes to callback that the unit aims at
 */
public record Unit(
        String id,
        String name,
        String region,
        String provider,
        UnitType type,
        @Nullable String parent,
        @Nullable Long target,
        Period period) {}
