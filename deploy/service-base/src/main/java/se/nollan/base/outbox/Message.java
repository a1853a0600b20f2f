package se.nollan.base.outbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent: either with its body, or with a reference that a {@link Rendering} turns into one body or
 * several when it is sent, so that what is stored already is not stored twice.
 *
 * @param topic where it goes
 * @param key the message's key: what is sent for one key arrives in order
 * @param type last part of the CloudEvents type: {@code contacts} for {@code se.nollan.contacts.v1}
 * @param body JSON, or null when there is a reference
 * @param reference what the body is rendered from, or null when there is a body
 * @param bytes size of the body, or an estimate of what the reference renders to; bounds what is in memory at a time
 */
public record Message(
        String topic,
        String key,
        String type,
        @Nullable String body,
        @Nullable String reference,
        long bytes) {

    public Message {
        if ((body == null) == (reference == null)) {
            throw new IllegalArgumentException("A message has either a body or a reference");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("A size is not negative: " + bytes);
        }
    }

    /** A message whose body is known. */
    public static Message of(String topic, String key, String type, String body) {
        return new Message(topic, key, type, body, null, body.getBytes(StandardCharsets.UTF_8).length);
    }

    /** A message whose body is rendered when it is sent. */
    public static Message byReference(String topic, String key, String type, String reference, long estimatedBytes) {
        return new Message(topic, key, type, null, reference, estimatedBytes);
    }
}
