package se.nollan.rules.measure;

/**
 * Who a contact is: the vendor's id within a provider and a source system.
 *
 * <p>Ordered by {@code id} as Unicode code points (P-U6); system and provider only part what two systems named alike.
 */
public record ContactId(String provider, String system, String id) implements Comparable<ContactId> {

    @Override
    public int compareTo(ContactId other) {
        int byId = byCodePoint(id, other.id);
        if (byId != 0) {
            return byId;
        }
        int bySystem = byCodePoint(system, other.system);
        return bySystem != 0 ? bySystem : byCodePoint(provider, other.provider);
    }

    /** {@link String#compareTo} orders by UTF-16 unit, which puts U+FFxx after what lies beyond the basic plane. */
    private static int byCodePoint(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean both = Character.isSurrogate(x) == Character.isSurrogate(y);
                return both ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
