package se.nollan.base.messaging;

/** A message that can never be taken in as it is. It goes to {@code dead-letters}; the reason quotes no content. */
public final class Poison extends RuntimeException {

    public Poison(String reason) {
        super(reason, null, false, false);
    }
}
