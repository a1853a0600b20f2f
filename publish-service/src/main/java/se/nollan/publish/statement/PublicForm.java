package se.nollan.publish.statement;

/**
 * One form of what the public gets, as it was stored.
 *
 * @param tag the SHA-256 of the text, which is also its entity tag
 */
record PublicForm(String text, String tag) {

    static PublicForm of(String text) {
        return new PublicForm(text, StatementHash.ofText(text));
    }

    /** Whether the text is still the one that was stored when the statement was signed. */
    boolean isIntact() {
        return StatementHash.ofText(text).equals(tag);
    }
}
