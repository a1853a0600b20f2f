package se.nollan.rules.conformance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's system makes of a vector.
 *
 * @param dispositions by contact, or null when the system cannot tell
 * @param tallies {@code unit date channel} to {@code hits/counted}, or null when they were not sent
 */
record VectorAnswer(
        @Nullable Map<String, String> dispositions,
        @Nullable Map<String, String> tallies) {}
