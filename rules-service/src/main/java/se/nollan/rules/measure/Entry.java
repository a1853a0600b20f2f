package se.nollan.rules.measure;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A contact on its way to a disposition. */
final class Entry {

    final Contact contact;
    final Register.Line line;

    /** The kind that the edition takes the contact for (measurement rules, section 5: "Not in force yet means"). */
    final Contact.Kind kind;

    /** Where it is judged. */
    final ChannelDay in;

    private @Nullable Disposition disposition;

    Entry(Contact contact, Register.Line line, Contact.Kind kind, ChannelDay in) {
        this.contact = contact;
        this.line = line;
        this.kind = kind;
        this.in = in;
    }

    void is(Disposition disposition) {
        if (this.disposition != null) {
            throw new IllegalStateException("Contact " + contact.id() + " would get two dispositions.");
        }
        this.disposition = disposition;
    }

    void isMergedInto(Entry other, Rule rule) {
        is(new Disposition.Merged(rule, other.contact.id()));
    }

    Disposition disposition() {
        if (disposition == null) {
            throw new IllegalStateException("Contact " + contact.id() + " got no disposition.");
        }
        return disposition;
    }

    boolean isDecided() {
        return disposition != null;
    }

    boolean isCounted() {
        return disposition instanceof Disposition.Hit || disposition instanceof Disposition.Miss;
    }

    boolean isBlocked() {
        return kind == Contact.Kind.FULL || kind == Contact.Kind.CLOSED;
    }

    /** P-U6: the earliest of those that fit, else the earliest; null where there is none at all. */
    static @Nullable Entry earliest(List<Entry> entries, Predicate<Entry> preferred) {
        Entry earliest = null;
        boolean fits = false;
        for (Entry entry : entries) {
            boolean entryFits = preferred.test(entry);
            if (earliest == null || entryFits && !fits || entryFits == fits && entry.isEarlierThan(earliest)) {
                earliest = entry;
                fits = entryFits;
            }
        }
        return earliest;
    }

    /** All but the one are merged into it. */
    static void merge(List<Entry> entries, Entry into, Rule rule) {
        for (Entry entry : entries) {
            if (entry != into) {
                entry.isMergedInto(into, rule);
            }
        }
    }

    /** P-U6: earliest is by {@code createdAt}, ties by id. */
    private boolean isEarlierThan(Entry other) {
        return contact.earlierThan(other.contact);
    }
}
