package se.nollan.rules.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The conformance vectors, read for the core alone. */
final class Vectors {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One vector: what goes in and what must come out. */
    record Vector(
            String id,
            RuleSet ruleSet,
            List<Contact> contacts,
            Map<String, String> dispositions,
            List<String> tallies) {
        @Override
        public String toString() {
            return id;
        }
    }

    static final Register REGISTER = register(read("register.json"));

    private Vectors() {}

    static Stream<Vector> of(String file) {
        return StreamSupport.stream(read(file).spliterator(), false).map(Vectors::vector);
    }

    private static Vector vector(JsonNode vector) {
        Map<String, String> dispositions = new TreeMap<>();
        vector.at("/expect/dispositions")
                .properties()
                .forEach(entry ->
                        dispositions.put(entry.getKey(), entry.getValue().asText()));
        List<String> tallies = new ArrayList<>();
        vector.at("/expect/tallies")
                .forEach(t -> tallies.add(tally(
                        t.get("unit").asText(),
                        t.get("date").asText(),
                        t.get("channel").asText(),
                        t.get("hits").asLong(),
                        t.get("counted").asLong())));
        List<Contact> contacts = new ArrayList<>();
        vector.get("contacts").forEach(contact -> contacts.add(contact(contact)));
        return new Vector(vector.get("id").asText(), ruleSet(vector.path("ruleSet")), contacts, dispositions, tallies);
    }

    static String tally(String unit, String date, String channel, long hits, long counted) {
        return unit + " " + date + " " + channel + " " + hits + "/" + counted;
    }

    private static RuleSet ruleSet(JsonNode node) {
        RuleSet rules = RuleSet.of(Edition.named(node.path("edition").asText("2.0")));
        for (Interpretation interpretation : Interpretation.values()) {
            if (node.has(interpretation.word())) {
                rules = rules.with(
                        interpretation, node.get(interpretation.word()).asText());
            }
        }
        return rules;
    }

    private static Contact contact(JsonNode node) {
        List<Long> attempts = new ArrayList<>();
        node.path("attempts").forEach(attempt -> attempts.add(time(attempt)));
        return new Contact(
                new ContactId("", "", node.get("id").asText()),
                node.get("line").asText(),
                word(Channel.class, node.get("channel"), null),
                word(Contact.Kind.class, node.get("kind"), null),
                word(Contact.Origin.class, node.get("origin"), Contact.Origin.PATIENT),
                word(Contact.Caller.class, node.get("caller"), Contact.Caller.PATIENT),
                node.has("contact") ? node.get("contact").asText() : null,
                node.has("problem") ? node.get("problem").asText() : null,
                time(node.get("createdAt")),
                time(node.get("answeredAt")),
                attempts.stream().mapToLong(Long::longValue).toArray(),
                time(node.get("doneAt")),
                node.path("offeredSameDay").asBoolean(),
                node.has("chosenDate") ? LocalDate.parse(node.get("chosenDate").asText()) : null,
                time(node.get("cancelledAt")),
                word(Contact.Ender.class, node.get("cancelledBy"), null),
                node.has("firstLine") ? node.get("firstLine").asText() : null);
    }

    private static long time(@Nullable JsonNode node) {
        if (node == null) {
            return Contact.NONE;
        }
        String text = node.asText();
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0;
        return (zoned
                        ? Instant.parse(text)
                        : LocalDateTime.parse(text).atZone(Day.STOCKHOLM).toInstant())
                .toEpochMilli();
    }

    private static <E extends Enum<E>> E word(Class<E> type, @Nullable JsonNode node, @Nullable E fallback) {
        return node == null ? fallback : Enum.valueOf(type, node.asText().toUpperCase(Locale.ROOT));
    }

    private static Register register(JsonNode register) {
        List<Register.Unit> units = new ArrayList<>();
        register.get("units")
                .forEach(u -> units.add(new Register.Unit(
                        u.get("id").asText(),
                        u.get("region").asText(),
                        u.get("provider").asText(),
                        Stream.of(Register.UnitType.values())
                                .filter(type -> type.word().equals(u.get("type").asText()))
                                .findFirst()
                                .orElseThrow(),
                        u.has("parent") ? u.get("parent").asText() : null,
                        Register.Period.ALWAYS)));
        List<Register.Line> lines = new ArrayList<>();
        register.get("lines")
                .forEach(l -> lines.add(new Register.Line(
                        l.get("id").asText(),
                        l.get("unit").asText(),
                        word(Register.LineKind.class, l.get("kind"), null),
                        l.path("underMain").asBoolean(),
                        l.path("automatic").asBoolean(),
                        Register.Period.ALWAYS)));
        return new Register(units, lines);
    }

    private static JsonNode read(String file) {
        try (InputStream data = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return JSON.readTree(data);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
