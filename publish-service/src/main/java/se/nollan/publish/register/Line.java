package se.nollan.publish.register;

import org.jspecify.annotations.Nullable;

/**
 * What is called or entered: a number, or a vendor's key of a queue or a chat entrance.
 *
 * @param chat whether the line carries chat; every other line carries phone
 * @param system the only source system that may send it; absent: any of the provider's
 */
public record Line(
        String id, String unit, boolean chat, @Nullable String system, Period period) {}
