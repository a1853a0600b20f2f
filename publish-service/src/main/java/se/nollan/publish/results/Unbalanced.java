package se.nollan.publish.results;

/** Contacts in are not hits + misses + excluded + merged (invariant 1). What does not balance is not produced. */
public final class Unbalanced extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public Unbalanced(String message) {
        super(message);
    }
}
