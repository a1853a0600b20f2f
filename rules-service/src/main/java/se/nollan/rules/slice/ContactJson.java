package se.nollan.rules.slice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.nollan.base.messaging.Poison;
import se.nollan.rules.json.Words;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Contact.Caller;
import se.nollan.rules.measure.Contact.Ender;
import se.nollan.rules.measure.Contact.Kind;
import se.nollan.rules.measure.Contact.Origin;
import se.nollan.rules.measure.ContactId;

/** Reads contacts as messages carry them, token by token. A field that this version does not know is passed over. */
public final class ContactJson {

    public static final JsonFactory FACTORY = new JsonFactory();

    private static final Words<Channel> CHANNELS = Words.of(Channel.class, Channel::word);
    private static final Words<Kind> KINDS = Words.of(Kind.class);
    private static final Words<Origin> ORIGINS = Words.of(Origin.class);
    private static final Words<Caller> CALLERS = Words.of(Caller.class);
    private static final Words<Ender> ENDERS = Words.of(Ender.class);

    private ContactJson() {}

    /** The contacts of a stored slice. */
    public static List<Contact> read(SliceKey slice, byte[] deflated, int expected) {
        List<Contact> contacts = new ArrayList<>(expected);
        try (JsonParser parser = FACTORY.createParser(Deflated.open(deflated))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                contacts.add(read(slice, parser));
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("A stored slice cannot be read");
        }
        return contacts;
    }

    /**
     * The contact that the parser stands at the beginning of.
     *
     * @throws Poison if a field is missing or a word is unknown
     */
    public static Contact read(SliceKey slice, JsonParser parser) throws IOException {
        String id = null;
        Channel channel = null;
        Kind kind = null;
        Origin origin = Origin.PATIENT;
        Caller caller = Caller.PATIENT;
        String contact = null;
        String problem = null;
        long createdAt = Contact.NONE;
        long answeredAt = Contact.NONE;
        long[] attempts = Contact.NO_ATTEMPTS;
        long doneAt = Contact.NONE;
        boolean offeredSameDay = false;
        LocalDate chosenDate = null;
        long cancelledAt = Contact.NONE;
        Ender cancelledBy = null;
        String firstLine = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "id" -> id = text(parser);
                case "channel" -> channel = word(parser, CHANNELS);
                case "kind" -> kind = word(parser, KINDS);
                case "origin" -> origin = word(parser, ORIGINS);
                case "caller" -> caller = word(parser, CALLERS);
                case "contact" -> contact = text(parser);
                case "problem" -> problem = text(parser);
                case "createdAt" -> createdAt = time(parser);
                case "answeredAt" -> answeredAt = time(parser);
                case "attempts" -> attempts = times(parser);
                case "doneAt" -> doneAt = time(parser);
                case "offeredSameDay" -> offeredSameDay = parser.getBooleanValue();
                case "chosenDate" -> chosenDate = date(parser);
                case "cancelledAt" -> cancelledAt = time(parser);
                case "cancelledBy" -> cancelledBy = word(parser, ENDERS);
                case "firstLine" -> firstLine = text(parser);
                default -> parser.skipChildren();
            }
        }
        if (id == null || channel == null || kind == null || createdAt == Contact.NONE) {
            throw new Poison("A contact lacks its id, channel, kind or createdAt");
        }
        return new Contact(
                new ContactId(slice.provider(), slice.system(), id),
                slice.line(),
                channel,
                kind,
                origin,
                caller,
                contact,
                problem,
                createdAt,
                answeredAt,
                attempts,
                doneAt,
                offeredSameDay,
                chosenDate,
                cancelledAt,
                cancelledBy,
                firstLine);
    }

    public static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Poison("'" + parser.currentName() + "' is not a text");
        }
        return parser.getText();
    }

    public static LocalDate date(JsonParser parser) throws IOException {
        try {
            return LocalDate.parse(text(parser));
        } catch (DateTimeException notADate) {
            throw new Poison("'" + parser.currentName() + "' is not a date");
        }
    }

    private static <E extends Enum<E>> E word(JsonParser parser, Words<E> words) throws IOException {
        E found = words.find(text(parser));
        if (found == null) {
            throw new Poison("'" + parser.currentName() + "' is none of: " + words);
        }
        return found;
    }

    private static long time(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Poison("'" + parser.currentName() + "' is not a time");
        }
        try {
            return Rfc3339.millis(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } catch (NumberFormatException notATime) {
            throw new Poison("'" + parser.currentName() + "' is not a time in UTC");
        }
    }

    private static long[] times(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Poison("'attempts' is not a list");
        }
        long[] times = new long[4];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
            times[count++] = time(parser);
        }
        return Arrays.copyOf(times, count);
    }
}
