package se.nollan.rules.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;

/** Writes contacts in the contact format, version 1, as {@link ContactFields} reads them. */
public final class ContactWriter {

    private ContactWriter() {}

    /**
     * One contact.
     *
     * @param id what it is called in the document
     * @param firstLine its first line, or null to leave it out
     */
    public static ObjectNode write(Contact contact, String id, @Nullable String firstLine) {
        boolean chat = contact.channel() == Channel.CHAT;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("line", contact.line());
        node.put("channel", contact.channel().word());
        node.put("kind", word(contact.kind()));
        if (contact.origin() != Contact.Origin.PATIENT) {
            node.put("origin", word(contact.origin()));
        }
        text(node, "contact", contact.contact());
        time(node, "createdAt", contact.createdAt());
        time(node, "answeredAt", contact.answeredAt());
        if (contact.offeredSameDay()) {
            node.put("offeredSameDay", true);
        }
        text(node, "chosenDate", contact.chosenDate());
        time(node, "cancelledAt", contact.cancelledAt());
        if (contact.cancelledBy() != null) {
            node.put("cancelledBy", word(contact.cancelledBy()));
        }
        if (chat) {
            text(node, "problem", contact.problem());
            text(node, "firstLine", firstLine);
        } else {
            putPhone(node, contact);
        }
        return node;
    }

    /** The fields that a chat does not have. */
    private static void putPhone(ObjectNode node, Contact contact) {
        if (contact.caller() != Contact.Caller.PATIENT) {
            node.put("caller", word(contact.caller()));
        }
        if (contact.attempts().length > 0) {
            var attempts = node.putArray("attempts");
            for (long attempt : contact.attempts()) {
                attempts.add(Instant.ofEpochMilli(attempt).toString());
            }
        }
        time(node, "doneAt", contact.doneAt());
    }

    private static void text(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private static void time(ObjectNode node, String name, long millis) {
        if (millis != Contact.NONE) {
            node.put(name, Instant.ofEpochMilli(millis).toString());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
