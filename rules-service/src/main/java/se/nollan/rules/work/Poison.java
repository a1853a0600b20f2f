package se.nollan.rules.work;

/** A message that can never be taken in as it is. It goes to {@code dead-letters}; the reason quotes no content. */
public final class Poison extends RuntimeException {

    public Poison(String reason) {
        super(reason, null, false, false);
    }
}
