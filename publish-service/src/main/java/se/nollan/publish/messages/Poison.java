package se.nollan.publish.messages;

/** A message that can never be taken as it is: not readable, or with a word that nobody knows. */
public final class Poison extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Poison(String reason) {
        super(reason);
    }

    public Poison(String reason, Throwable cause) {
        super(reason, cause);
    }
}
