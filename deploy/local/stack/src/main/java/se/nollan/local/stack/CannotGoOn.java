package se.nollan.local.stack;

/** A plain sentence that says what is wrong and what to do; the user sees it and no stack trace. */
public final class CannotGoOn extends RuntimeException {

    public CannotGoOn(String message) {
        super(message);
    }

    public CannotGoOn(String message, Throwable cause) {
        super(message, cause);
    }
}
