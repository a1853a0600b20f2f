package se.nollan.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.pseudonym.Pseudonyms;

/**
 * The contacts of a preview as a question to the rules, to be sent to {@code POST /rules/v1/evaluations} as it is: callers by keys that nobody has,
 * contacts by their rows. Each line is taken for the main number of its unit, or its chat, and for an automatic system.
 */
final class PreviewQuestion {
    /** Most contacts that are asked about; the rules take more, in a body of 8 MB. */
    static final int MOST = 20_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PROVIDER = "provider";

    private final ObjectMapper json;
    private final ArrayNode contacts = NODES.arrayNode();
    private final TreeMap<String, KnownLines.Line> lines = new TreeMap<>();

    PreviewQuestion(ObjectMapper json) {
        this.json = json;
    }

    void add(Contact contact, Pseudonyms.Keyed keyed) {
        if (contacts.size() == MOST) {
            return;
        }
        try {
            var asked = (ObjectNode) json.readTree(ContactContent.of(contact, keyed));
            asked.put("id", "row-" + contact.row());
            asked.put("line", line(contact.line(), contact.channel()));
            var first = contact.firstLine();
            if (first != null) {
                asked.put("firstLine", line(first, Channel.CHAT));
            }
            // Noted beside a contact; no field of one.
            asked.remove("clockChange");
            contacts.add(asked);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(KnownLines.Line line, Channel channel) {
        lines.putIfAbsent(
                line.id(), new KnownLines.Line(line.id(), line.unit(), line.region(), channel, line.standing()));
        return line.id();
    }

    /** The question; null: nothing was made that could be asked about. */
    @Nullable JsonNode asked() {
        if (contacts.isEmpty()) {
            return null;
        }
        var register = NODES.objectNode();
        register.putArray("providers")
                .addObject()
                .put("id", PROVIDER)
                .put("name", PROVIDER)
                .put("form", "public");
        var units = register.putArray("units");
        var known = register.putArray("lines");
        var named = new TreeMap<String, ObjectNode>();
        lines.values().forEach(line -> {
            var unit = line.unit().isEmpty() ? line.id() : line.unit();
            named.computeIfAbsent(unit, id -> units.addObject()
                    .put("id", id)
                    .put("name", id)
                    .put("region", "00")
                    .put("provider", PROVIDER)
                    .put("type", "vardcentral"));
            var entry = known.addObject().put("id", line.id()).put("unit", unit);
            if (line.channel() == Channel.CHAT) {
                entry.put("kind", "chat");
            } else {
                entry.put("kind", "main").put("automatic", true);
            }
        });
        var question = NODES.objectNode();
        question.set("register", register);
        question.set("contacts", contacts);
        return question;
    }
}
