package se.nollan.base.outbox;

/**
 * A message that waits in the outbox.
 *
 * @param id grows in the order of writing
 * @param message what is to be sent
 */
public record Waiting(long id, Message message) {}
