package se.nollan.ingest.slice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical JSON of a contact: fields in the contract's order, defaults left out, no white space, on one line. The same contact
 * is always the same text, so that a slice's hash changes only with what it says. Written by hand for speed and for that certainty.
 */
public final class ContactJson {
    private static final int USUAL_LENGTH = 256;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH).append('{');

    public ContactJson text(String name, @Nullable String value) {
        if (value != null) {
            quoted(name(name), value);
        }
        return this;
    }

    /** A word that is left out where it is the default. */
    public ContactJson word(String name, @Nullable String value, String otherwise) {
        return otherwise.equals(value) ? this : text(name, value);
    }

    public ContactJson time(String name, @Nullable Instant value) {
        if (value != null) {
            UtcText.append(name(name).append('"'), value).append('"');
        }
        return this;
    }

    public ContactJson times(String name, List<Instant> values) {
        if (values.isEmpty()) {
            return this;
        }
        name(name).append('[');
        for (var i = 0; i < values.size(); i++) {
            UtcText.append(json.append(i == 0 ? "\"" : ",\""), values.get(i)).append('"');
        }
        json.append(']');
        return this;
    }

    public ContactJson date(String name, @Nullable LocalDate value) {
        if (value != null) {
            name(name).append('"').append(value).append('"');
        }
        return this;
    }

    /** True is written, false is the default. */
    public ContactJson flag(String name, boolean value) {
        if (value) {
            name(name).append("true");
        }
        return this;
    }

    public String end() {
        return json.append('}').toString();
    }

    private StringBuilder name(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        return json.append('"').append(name).append("\":");
    }

    /** Appends a JSON string. */
    static StringBuilder quoted(StringBuilder json, String value) {
        json.append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                json.append(c);
            }
        }
        return json.append('"');
    }
}
