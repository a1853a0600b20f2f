package se.nollan.local.parts;

/** A part did not do what was asked of it; the message says which one, why, and where to look. */
public final class PartFailed extends RuntimeException {

    PartFailed(String message) {
        super(message);
    }

    PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
