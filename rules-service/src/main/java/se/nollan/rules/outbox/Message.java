package se.nollan.rules.outbox;

/**
 * A message to be sent.
 *
 * @param topic where it goes
 * @param key the message's key: what is sent for one key arrives in order
 * @param type last part of the CloudEvents type: {@code result} for {@code se.nollan.result.v1}
 * @param body JSON
 */
public record Message(String topic, String key, String type, String body) {}
