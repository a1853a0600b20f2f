package se.nollan.ingest.register;

import java.util.List;

/**
 * What patients call or enter.
 *
 * @param id a phone number in E.164, or the vendor's key of a queue or of a chat entrance
 * @param unit HSA-id of the unit that it belongs to
 * @param underMain a direct number that is tied to the main number (S-3)
 * @param automatic connected to an automatic system with callback (S-3); says nothing of a chat
 * @param systems the source systems that send for this line, side by side; empty: any one of the provider's
 * @param keys what that system calls it; empty: its id
 */
public record Line(
        String id,
        String unit,
        Kind kind,
        boolean underMain,
        boolean automatic,
        List<String> systems,
        List<String> keys,
        Period period)
        implements RegisterEntry {

    public Line {
        systems = systems.stream().distinct().sorted().toList();
        keys = keys.stream().distinct().sorted().toList();
    }

    /** The same, of another unit. */
    Line at(String other) {
        return new Line(id, other, kind, underMain, automatic, systems, keys, period);
    }

    /** What a contact's {@code line} may be for this line. */
    public List<String> names() {
        return keys.isEmpty() ? List.of(id) : keys;
    }

    /** Whether this system may send contacts of the line. */
    public boolean isSentBy(String source) {
        return systems.isEmpty() || systems.contains(source);
    }

    /** Whether the register lets both systems send contacts of the line side by side (the contact format, <i>Sources</i>). */
    public boolean isSentByBoth(String one, String other) {
        return systems.contains(one) && systems.contains(other);
    }

    /** What kind of line; a chat carries chat contacts, the others phone contacts. */
    public enum Kind implements Word {
        MAIN("main"),
        MENU("menu"),
        DIRECT("direct"),
        CHAT("chat");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
