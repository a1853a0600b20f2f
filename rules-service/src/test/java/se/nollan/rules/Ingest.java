package se.nollan.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the messages that ingest-service would send, about one fictional region of the tests. */
public final class Ingest {

    public static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Ingest() {}

    /** A unit's id that ends in the number. */
    public static String unit(int number) {
        return "SE2321000214-E%012d".formatted(number);
    }

    /** A caller's pseudonym. */
    public static String caller(int number) {
        return "caller%016d".formatted(number);
    }

    /** A register to be built. */
    public static final class Register {
        private final ObjectNode register = JSON.createObjectNode();

        public Register(long version) {
            register.put("version", version).put("hash", HASH).put("importedAt", "2026-10-01T05:00:00Z");
            register.putArray("providers");
            register.putArray("units");
            register.putArray("lines");
        }

        public Register provider(String id) {
            register.withArray("providers")
                    .addObject()
                    .put("id", id)
                    .put("name", id)
                    .put("form", "private");
            return this;
        }

        public Register unit(String id, String region, String provider, String type, String parent) {
            ObjectNode unit = register.withArray("units").addObject();
            unit.put("id", id)
                    .put("name", id)
                    .put("region", region)
                    .put("provider", provider)
                    .put("type", type);
            if (parent != null) {
                unit.put("parent", parent);
            }
            return this;
        }

        public Register line(String id, String unit, String kind, boolean automatic) {
            register.withArray("lines")
                    .addObject()
                    .put("id", id)
                    .put("unit", unit)
                    .put("kind", kind)
                    .put("automatic", automatic);
            return this;
        }

        public String json() {
            return register.toString();
        }
    }

    /** A contact with the fields given as name, value, name, value. */
    public static Map<String, Object> contact(
            String id, String channel, String kind, String createdAt, String... more) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", id);
        contact.put("channel", channel);
        contact.put("kind", kind);
        contact.put("createdAt", createdAt);
        for (int i = 0; i < more.length; i += 2) {
            contact.put(more[i], more[i + 1]);
        }
        return contact;
    }

    /** A slice of a system named {@code system}. */
    public record Slice(
            String provider,
            String line,
            String date,
            long revision,
            List<String> units,
            List<Map<String, Object>> contacts) {

        @SafeVarargs
        public static Slice of(
                String provider,
                String line,
                String date,
                long revision,
                String unit,
                Map<String, Object>... contacts) {
            return new Slice(provider, line, date, revision, List.of(unit), List.of(contacts));
        }
    }

    /** One message of one part. */
    public static String contacts(long registerVersion, String unit, Slice... slices) {
        return parts(registerVersion, unit, Integer.MAX_VALUE, slices).get(0);
    }

    /** The messages of one group, each with at most some contacts. */
    public static List<String> parts(long registerVersion, String unit, int most, Slice... slices) {
        List<ArrayNode> parts = new ArrayList<>();
        parts.add(JSON.createArrayNode());
        int inPart = 0;
        for (Slice slice : slices) {
            ArrayNode contacts = begin(parts.get(parts.size() - 1), slice);
            for (Map<String, Object> contact : slice.contacts) {
                if (inPart == most) {
                    parts.add(JSON.createArrayNode());
                    contacts = begin(parts.get(parts.size() - 1), slice);
                    inPart = 0;
                }
                contacts.addPOJO(JSON.valueToTree(contact));
                inPart++;
            }
        }
        String group = UUID.randomUUID().toString();
        List<String> messages = new ArrayList<>();
        for (ArrayNode part : parts) {
            ObjectNode message = JSON.createObjectNode();
            message.put("submission", "0b9e7f1c-6a53-4e9e-8d25-5f1f1c1f7a01").put("group", group);
            message.put("unit", unit).put("date", slices[0].date).put("registerVersion", registerVersion);
            message.put("part", messages.size() + 1).put("parts", parts.size());
            message.set("slices", part);
            messages.add(message.toString());
        }
        return messages;
    }

    private static ArrayNode begin(ArrayNode slices, Slice slice) {
        ObjectNode node = slices.addObject();
        node.put("provider", slice.provider)
                .put("system", "system")
                .put("line", slice.line)
                .put("date", slice.date);
        node.put("revision", slice.revision).put("hash", HASH).put("count", slice.contacts.size());
        slice.units.forEach(node.putArray("units")::add);
        return node.putArray("contacts");
    }
}
