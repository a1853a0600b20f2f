package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.nollan.base.text.Sha256;
import se.nollan.rules.json.Fault;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RuleText;

/** The conformance vectors, as this service publishes them and is itself tested by them. */
@ApplicationScoped
class PublishedVectors {

    private static final List<String> SETS = List.of("phone", "chat", "editions");

    private final ObjectMapper json;
    private final PublicHolidays calendar;
    private final JsonNode document;
    private final List<Vector> vectors;
    private final String hash;

    PublishedVectors(ObjectMapper json, PublicHolidays calendar) {
        this.json = json;
        this.calendar = calendar;
        JsonNode register = read("register");
        JsonNode swedish = read("why-sv");
        ObjectNode sets = json.createObjectNode();
        List<Vector> all = new ArrayList<>();
        for (String set : SETS) {
            ArrayNode list = sets.putArray(set);
            for (JsonNode vector : read(set)) {
                ObjectNode published = vector.deepCopy();
                published.put("whySv", swedish.path(vector.path("id").asText()).asText());
                list.add(published);
                all.add(vector(set, published, register));
            }
        }
        this.vectors = List.copyOf(all);
        ObjectNode content = json.createObjectNode();
        content.set("register", register);
        content.set("sets", sets);
        this.hash = Sha256.hex(content.toString());
        this.document = json.createObjectNode()
                .put("hash", hash)
                .put("count", all.size())
                .setAll(content);
    }

    /** Everything that a vendor needs to answer: hash, count, register and sets. */
    JsonNode document() {
        return document;
    }

    List<Vector> vectors() {
        return vectors;
    }

    /** SHA-256 over register and sets: which vectors these are. */
    String hash() {
        return hash;
    }

    private JsonNode read(String file) {
        try (InputStream data = Objects.requireNonNull(
                PublishedVectors.class.getResourceAsStream("/vectors/" + file + ".json"), file)) {
            return json.readTree(data);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Vector vector(String set, JsonNode vector, JsonNode register) {
        Map<String, String> dispositions = new LinkedHashMap<>();
        vector.at("/expect/dispositions")
                .properties()
                .forEach(entry ->
                        dispositions.put(entry.getKey(), entry.getValue().asText()));
        Map<String, String> tallies = new LinkedHashMap<>();
        for (JsonNode tally : vector.at("/expect/tallies")) {
            tallies.put(
                    String.join(
                            " ",
                            tally.get("unit").asText(),
                            tally.get("date").asText(),
                            tally.get("channel").asText()),
                    tally.get("hits").asText() + "/" + tally.get("counted").asText());
        }
        return new Vector(
                vector.get("id").asText(),
                set,
                vector.get("rule").asText(),
                new Text(vector.get("whySv").asText(), vector.get("why").asText()),
                dispositions,
                rules(vector, register),
                tallies);
    }

    /** Which rule decides about each contact: what the vectors leave out, the rules themselves say. */
    private Map<String, RuleText> rules(JsonNode vector, JsonNode register) {
        ObjectNode asked = json.createObjectNode();
        asked.set("register", vector.has("register") ? vector.get("register") : register);
        asked.set("contacts", vector.get("contacts"));
        if (vector.has("ruleSet")) {
            asked.set("ruleSet", vector.get("ruleSet"));
        }
        List<Fault> faults = new ArrayList<>();
        Question question = Question.read(asked, calendar, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The vector " + vector.get("id") + " is not a question: " + faults);
        }
        Map<String, RuleText> rules = new HashMap<>();
        for (Judgement judgement : new Measure(question.register(), calendar, question.ruleSet())
                .evaluate(question.contacts())
                .judgements()) {
            rules.put(
                    judgement.contact().id().id(),
                    RuleText.of(judgement.disposition().rule()));
        }
        return rules;
    }
}
