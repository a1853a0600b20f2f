package se.nollan.ingest.submission;

import se.nollan.ingest.format.Contact;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.ingest.slice.ContactJson;

/** What is kept and sent of a contact: its canonical JSON, pseudonymous. */
public final class ContactContent {
    private ContactContent() {}

    /** @param keyed the pseudonyms of its id, caller and problem */
    public static String of(Contact contact, Pseudonyms.Keyed keyed) {
        var first = contact.firstLine();
        return new ContactJson()
                .text("id", keyed.id())
                .text("channel", contact.channel().word())
                .text("kind", contact.kind())
                .word("origin", contact.origin(), "patient")
                .word("caller", contact.caller(), "patient")
                .text("contact", keyed.contact())
                .text("problem", keyed.problem())
                .time("createdAt", contact.createdAt())
                .time("answeredAt", contact.answeredAt())
                .times("attempts", contact.attempts())
                .time("doneAt", contact.doneAt())
                .flag("offeredSameDay", contact.offeredSameDay())
                .date("chosenDate", contact.chosenDate())
                .time("cancelledAt", contact.cancelledAt())
                .text("cancelledBy", contact.cancelledBy())
                .text("firstLine", first == null ? null : first.id())
                .flag("clockChange", contact.clockChange())
                .end();
    }
}
