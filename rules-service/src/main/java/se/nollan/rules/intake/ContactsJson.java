package se.nollan.rules.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.nollan.base.messaging.Poison;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Contact.Kind;
import se.nollan.rules.measure.Day;
import se.nollan.rules.slice.ContactJson;
import se.nollan.rules.slice.SliceKey;
import se.nollan.rules.slice.SlicePart;

/** Reads a message of the topic {@code contacts}, token by token, and leaves the contacts themselves where they stand. */
final class ContactsJson {

    private static final Set<Kind> OF_CHAT = EnumSet.of(Kind.QUEUE, Kind.BOOKED, Kind.BOT);
    private static final Set<Kind> OF_PHONE = EnumSet.complementOf(EnumSet.of(Kind.BOOKED, Kind.BOT));

    private ContactsJson() {}

    /**
     * Reads and checks the whole message, every contact included.
     *
     * @throws Poison if it is not such a message
     */
    static ContactsMessage read(byte[] body) {
        try (JsonParser parser = ContactJson.FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Poison("The message is not a JSON object");
            }
            return message(parser, body);
        } catch (IOException unreadable) {
            throw new Poison("The message is not JSON that can be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    private static ContactsMessage message(JsonParser parser, byte[] body) throws IOException {
        String submission = null;
        String group = null;
        long registerVersion = 0;
        int part = 0;
        int parts = 0;
        List<SlicePart> slices = new ArrayList<>(2);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "submission" -> submission = ContactJson.text(parser);
                case "group" -> group = ContactJson.text(parser);
                case "registerVersion" -> registerVersion = number(parser);
                case "part" -> part = (int) number(parser);
                case "parts" -> parts = (int) number(parser);
                case "slices" -> {
                    begin(parser, "slices");
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        slices.add(slice(parser, body));
                    }
                }
                default -> parser.skipChildren();
            }
        }
        if (submission == null
                || group == null
                || registerVersion < 1
                || part < 1
                || parts < part
                || slices.isEmpty()) {
            throw new Poison("The message lacks its submission, group, registerVersion, part, parts or slices");
        }
        return new ContactsMessage(submission, group, registerVersion, part, parts, slices, body);
    }

    private static SlicePart slice(JsonParser parser, byte[] body) throws IOException {
        String provider = null;
        String system = null;
        String line = null;
        LocalDate day = null;
        long revision = 0;
        String hash = "";
        int count = -1;
        List<String> units = List.of();
        int contactsFrom = -1;
        int contactsTo = -1;
        List<Contact> contacts = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "provider" -> provider = ContactJson.text(parser);
                case "system" -> system = ContactJson.text(parser);
                case "line" -> line = ContactJson.text(parser);
                case "date" -> day = ContactJson.date(parser);
                case "revision" -> revision = number(parser);
                case "hash" -> hash = ContactJson.text(parser);
                case "count" -> count = (int) number(parser);
                case "units" -> units = texts(parser);
                case "contacts" -> {
                    begin(parser, "contacts");
                    contactsFrom = (int) parser.currentLocation().getByteOffset();
                    contacts = contacts(parser);
                    contactsTo = (int) parser.currentLocation().getByteOffset() - 1;
                }
                default -> parser.skipChildren();
            }
        }
        if (provider == null
                || system == null
                || line == null
                || day == null
                || revision < 1
                || count < 0
                || contactsFrom < 0) {
            throw new Poison("A slice lacks its provider, system, line, date, revision, count or contacts");
        }
        check(contacts, day);
        Set<String> lines = new HashSet<>();
        lines.add(line);
        contacts.stream().map(Contact::firstLine).filter(first -> first != null).forEach(lines::add);
        return new SlicePart(
                new SliceKey(provider, system, line, day),
                revision,
                hash,
                count,
                units,
                lines,
                contacts.size(),
                body,
                contactsFrom,
                contactsTo);
    }

    /** What the measure builds on: a slice is of one Stockholm day, and a channel has its own kinds. */
    private static void check(List<Contact> contacts, LocalDate date) {
        Day day = Day.of(date);
        for (Contact contact : contacts) {
            if (!day.holds(contact.createdAt())) {
                throw new Poison("A contact did not come in on the day of its slice");
            }
            if (!(contact.channel() == Channel.CHAT ? OF_CHAT : OF_PHONE).contains(contact.kind())) {
                throw new Poison("A contact has a kind that its channel lacks");
            }
        }
    }

    /** Contacts read to see that they can be: whose they are is not known yet, nor does it matter here. */
    private static List<Contact> contacts(JsonParser parser) throws IOException {
        SliceKey anyone = new SliceKey("", "", "", LocalDate.EPOCH);
        List<Contact> contacts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new Poison("A contact is not a JSON object");
            }
            contacts.add(ContactJson.read(anyone, parser));
        }
        return contacts;
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        begin(parser, "units");
        List<String> texts = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(ContactJson.text(parser));
        }
        return texts;
    }

    private static void begin(JsonParser parser, String list) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Poison("'" + list + "' is not a list");
        }
    }

    private static long number(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new Poison("'" + parser.currentName() + "' is not a whole number");
        }
        return parser.getLongValue();
    }
}
