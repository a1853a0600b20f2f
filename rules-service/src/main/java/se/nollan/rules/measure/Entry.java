package se.nollan.rules.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact on its way to a disposition. */
final class Entry {

    final Contact contact;
    final Register.Line line;

    /** The kind that the edition takes the contact for (measurement rules, section 5: "Not in force yet means"). */
    final Contact.Kind kind;

    private @Nullable Disposition disposition;

    Entry(Contact contact, Register.Line line, Contact.Kind kind) {
        this.contact = contact;
        this.line = line;
        this.kind = kind;
    }

    void is(Disposition disposition) {
        if (this.disposition != null) {
            throw new IllegalStateException("Contact " + contact.id() + " would get two dispositions.");
        }
        this.disposition = disposition;
    }

    Disposition disposition() {
        if (disposition == null) {
            throw new IllegalStateException("Contact " + contact.id() + " got no disposition.");
        }
        return disposition;
    }

    boolean isBlocked() {
        return kind == Contact.Kind.FULL || kind == Contact.Kind.CLOSED;
    }

    /** P-U6: earliest is by {@code createdAt}, ties by id. */
    static @Nullable Entry earliest(List<Entry> entries) {
        Entry earliest = null;
        for (Entry entry : entries) {
            if (earliest == null || entry.contact.earlierThan(earliest.contact)) {
                earliest = entry;
            }
        }
        return earliest;
    }

    /** All but the one are merged into it. */
    static void merge(List<Entry> entries, Entry into, Rule rule) {
        for (Entry entry : entries) {
            if (entry != into) {
                entry.is(new Disposition.Merged(rule, into.contact.id()));
            }
        }
    }
}
