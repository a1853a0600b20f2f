package se.nollan.rules.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a question needs of a whole register: some units with their lines and providers, in some period. */
public final class RegisterExcerpt {

    /** What an entry of each kind may say. */
    public static final Set<String> PROVIDER = Set.of("id", "name", "form", "contract", "from", "to");

    public static final Set<String> UNIT =
            Set.of("id", "name", "region", "provider", "type", "parent", "aliases", "target", "shared", "from", "to");
    public static final Set<String> LINE =
            Set.of("id", "unit", "kind", "underMain", "automatic", "system", "keys", "from", "to");

    private final JsonNode register;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * Of a register as ingest-service tells it.
     *
     * @param from the first day that matters, and {@code to} the last
     */
    public RegisterExcerpt(JsonNode register, LocalDate from, LocalDate to) {
        this.register = register;
        this.from = from;
        this.to = to;
    }

    /** A unit with its branches and all their lines, and other lines that are named, with their units. */
    public ObjectNode of(String unit, Set<String> lines) {
        Set<String> family = new HashSet<>(Set.of(unit));
        each("units", entry -> entry.path("parent").asText().equals(unit))
                .forEach(branch -> family.add(branch.path("id").asText()));
        Predicate<JsonNode> wanted = line -> family.contains(line.path("unit").asText())
                || lines.contains(line.path("id").asText());
        Set<String> units = new HashSet<>(family);
        each("lines", wanted).forEach(line -> units.add(line.path("unit").asText()));
        each("units", entry -> units.contains(entry.path("id").asText()))
                .forEach(entry -> units.add(entry.path("parent").asText(unit)));
        Set<String> providers = new HashSet<>();
        each("units", entry -> units.contains(entry.path("id").asText()))
                .forEach(entry -> providers.add(entry.path("provider").asText()));

        ObjectNode excerpt = JsonNodeFactory.instance.objectNode();
        put(excerpt, "providers", each("providers", is(providers)), PROVIDER);
        put(excerpt, "units", each("units", is(units)), UNIT);
        put(excerpt, "lines", each("lines", wanted), LINE);
        return excerpt;
    }

    private static Predicate<JsonNode> is(Set<String> ids) {
        return entry -> ids.contains(entry.path("id").asText());
    }

    /** The entries of a list that are in force on some day of the period. */
    private List<JsonNode> each(String list, Predicate<JsonNode> wanted) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : register.path(list)) {
            if (wanted.test(entry) && inForce(entry)) {
                found.add(entry);
            }
        }
        return found;
    }

    private boolean inForce(JsonNode entry) {
        return (!entry.hasNonNull("from")
                        || !LocalDate.parse(entry.get("from").asText()).isAfter(to))
                && (!entry.hasNonNull("to")
                        || !LocalDate.parse(entry.get("to").asText()).isBefore(from));
    }

    /** A field that a newer register has and a question does not is left out. */
    private static void put(ObjectNode excerpt, String list, List<JsonNode> entries, Set<String> known) {
        var array = excerpt.putArray(list);
        entries.forEach(entry -> array.add(((ObjectNode) entry.deepCopy()).retain(known)));
    }
}
