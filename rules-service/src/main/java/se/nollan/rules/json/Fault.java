package se.nollan.rules.json;

/**
 * Something wrong in a JSON document.
 *
 * @param pointer where (RFC 6901), for instance {@code /contacts/3/createdAt}
 * @param detail what is wrong and what would be right; never quotes a value, which may be personal data
 */
public record Fault(String pointer, String detail) {}
