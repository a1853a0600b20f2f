package se.nollan.rules.outbox;

/**
 * A message that waits in the outbox.
 *
 * @param id grows in the order of writing
 */
record Waiting(long id, Message message) {}
