package se.nollan.ingest.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.profile.Profile.Case;
import se.nollan.ingest.profile.Profile.Column;
import se.nollan.ingest.profile.Profile.Condition;
import se.nollan.ingest.profile.Profile.Constant;
import se.nollan.ingest.profile.Profile.Value;
import se.nollan.ingest.pseudonym.SourceNotation;

/** Reads a profile from YAML and tells everything that is wrong with it at once. The form is described in the README. */
final class ProfileFile {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> KEYS =
            Set.of("profile", "systems", "charset", "delimiter", "quote", "header", "skip", "callers", "fields");

    private static final Set<String> CALLERS = Set.of("outsideLine", "leadingZeroLost", "withheld");

    private final List<String> problems = new ArrayList<>();
    private final JsonNode root;
    private List<String> header = List.of();

    private ProfileFile(JsonNode root) {
        this.root = root;
    }

    /** @throws InvalidProfile naming {@code file} and every problem */
    static Profile read(String file, InputStream yaml) throws IOException {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new InvalidProfile(file, List.of("it is not YAML: " + e.getOriginalMessage()));
        }
        var reading = new ProfileFile(root);
        var profile = reading.profile();
        if (!reading.problems.isEmpty()) {
            throw new InvalidProfile(file, reading.problems);
        }
        return profile;
    }

    private Profile profile() {
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                problems.add("'" + key + "' means nothing here; a profile has " + new java.util.TreeSet<>(KEYS));
            }
        });
        var name = text(root, "profile", "");
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}") || name.equals("canonical")) {
            problems.add("'profile' is its name: lower-case letters, digits and hyphens, and not 'canonical'");
        }
        header = strings(root.path("header"), "header");
        if (header.isEmpty() || header.size() != Set.copyOf(header).size()) {
            problems.add("'header' lists the columns in order, each name once");
        }
        var skip = new ArrayList<Condition>();
        root.path("skip").forEach(node -> skip.add(condition(node, "skip")));
        return new Profile(
                name,
                Set.copyOf(strings(root.path("systems"), "systems")),
                charset(),
                character("delimiter", ','),
                root.has("quote") ? Character.valueOf(character("quote", '"')) : null,
                header,
                List.copyOf(skip),
                fields(),
                notation());
    }

    private SourceNotation notation() {
        var callers = root.path("callers");
        callers.fieldNames().forEachRemaining(key -> {
            if (!CALLERS.contains(key)) {
                problems.add(
                        "callers: '" + key + "' means nothing here; callers have " + new java.util.TreeSet<>(CALLERS));
            }
        });
        var outsideLine = text(callers, "outsideLine", "");
        if (!outsideLine.matches("\\d{0,3}")) {
            problems.add("callers.outsideLine: the digits that are dialled first, as \"0\"");
        }
        return new SourceNotation(
                outsideLine,
                callers.path("leadingZeroLost").asBoolean(false),
                Set.copyOf(strings(callers.path("withheld"), "callers.withheld")),
                root.path("fields").path("id").has("hashed"));
    }

    private Map<Field, Value> fields() {
        var values = new ProfileValues(header, problems);
        var fields = new EnumMap<Field, Value>(Field.class);
        root.path("fields").fields().forEachRemaining(entry -> {
            var field = Field.named(entry.getKey());
            if (field == null) {
                problems.add("fields: the contact format has no field '" + entry.getKey() + "'");
            } else {
                var said = entry.getValue();
                var value = field == Field.ID && said.has("hashed") ? said.path("hashed") : said;
                fields.put(field, values.value(value, "fields." + entry.getKey()));
            }
        });
        for (var required : Field.REQUIRED) {
            if (!fields.containsKey(required)) {
                problems.add("fields: '" + required.label() + "' is required");
            }
        }
        checkWord(fields, Field.CHANNEL, word -> Channel.of(word) != null);
        checkWord(fields, Field.KIND, Channel::anyKnows);
        return Map.copyOf(fields);
    }

    // A misspelt constant would put every row in error; better said at start.
    private void checkWord(Map<Field, Value> fields, Field field, java.util.function.Predicate<String> known) {
        for (var word : words(fields.get(field), new LinkedHashSet<>())) {
            if (!known.test(word)) {
                problems.add("fields." + field.label() + ": '" + word + "' is not one of its words");
            }
        }
    }

    private static Set<String> words(@Nullable Value value, Set<String> found) {
        if (value instanceof Constant constant) {
            found.add(constant.value());
        } else if (value instanceof Column column) {
            found.addAll(column.words().values());
        } else if (value instanceof Profile.Choose choose) {
            choose.cases().stream().map(Case::value).forEach(one -> words(one, found));
        } else if (value instanceof Profile.First first) {
            first.of().forEach(one -> words(one, found));
        }
        return found;
    }

    private Condition condition(JsonNode node, String where) {
        return new ProfileValues(header, problems).condition(node, where);
    }

    private Charset charset() {
        var name = text(root, "charset", StandardCharsets.UTF_8.name());
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            problems.add("charset: '" + name + "' is not known here");
            return StandardCharsets.UTF_8;
        }
    }

    private char character(String key, char otherwise) {
        var text = text(root, key, String.valueOf(otherwise));
        if (text.length() != 1) {
            problems.add("'" + key + "' is one character");
            return otherwise;
        }
        return text.charAt(0);
    }

    private static String text(JsonNode node, String key, String otherwise) {
        return node.path(key).asText(otherwise);
    }

    private List<String> strings(JsonNode node, String where) {
        var strings = new ArrayList<String>();
        if (!node.isMissingNode() && !node.isArray()) {
            problems.add("'" + where + "' is a list");
        }
        node.forEach(one -> strings.add(one.asText()));
        return strings;
    }

    static Map<String, String> map(JsonNode node) {
        var map = new LinkedHashMap<String, String>();
        node.fields()
                .forEachRemaining(
                        entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
