package se.nollan.local.parts;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies in a topic.
 *
 * @param key null if it has none
 * @param value null in a compacted topic where a key was deleted
 */
public record Message(
        int partition, long offset, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {

    /** The value as text; empty for a deleted key. */
    public String text() {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
