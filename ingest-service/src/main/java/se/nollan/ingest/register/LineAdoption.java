package se.nollan.ingest.register;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;

/**
 * A name that a log has for a line, to be put into the register.
 *
 * @param system the source system that has the name
 * @param key the name
 * @param line a line that stands and is called so, too; null: it is a new one
 * @param entry a new line's fields, as the register has them; null: one that stands
 */
record LineAdoption(
        String system,
        String key,
        @Nullable String line,
        @Nullable Map<String, Object> entry) {

    /** The change of the register that it is; throws the problem that answers what cannot be. */
    RegisterProposal.Part proposal(RegisterContent own) {
        return line == null ? added(own) : named(own, line);
    }

    private RegisterProposal.Part added(RegisterContent own) {
        var fields = new LinkedHashMap<String, Object>(entry == null ? Map.of() : entry);
        var id = fields.get("id") instanceof String said ? said : key;
        if (own.lines().stream().anyMatch(other -> other.id().equals(id))) {
            throw Problems.conflict(
                    "line-stands",
                    "The register has a line " + id + ". If it is called so by this system, name it in line; if it is"
                            + " another one, give the new line an id of its own.");
        }
        fields.put("id", id);
        fields.putIfAbsent("system", system);
        if (!id.equals(key)) {
            fields.put("keys", List.of(key));
        }
        return new RegisterProposal.Part(RegisterProposal.Kind.LINES, id, List.of(fields), List.of());
    }

    /** All entries of the line get the name, and the system where systems are named. */
    private RegisterProposal.Part named(RegisterContent own, String id) {
        var part = new RegisterProposal.Part(RegisterProposal.Kind.LINES, id, List.of(), List.of()).of(own);
        if (part.lines().isEmpty()) {
            throw Problems.badRequest(
                    "wrong-line", "Your regions' register has no line " + id + ". Nothing was changed.");
        }
        var changed = new RegisterContent(
                List.of(), List.of(), part.lines().stream().map(this::named).toList());
        var entries = new ArrayList<Map<?, ?>>();
        RegisterJson.parse(RegisterJson.canonical(changed).getBytes(StandardCharsets.UTF_8))
                .map(document -> (List<?>) document.get("lines"))
                .orElseThrow(IllegalStateException::new)
                .forEach(each -> entries.add((Map<?, ?>) each));
        return new RegisterProposal.Part(RegisterProposal.Kind.LINES, id, entries, List.of());
    }

    private Line named(Line of) {
        var keys = new TreeSet<>(of.names());
        keys.add(key);
        var systems = new TreeSet<>(of.systems());
        if (!systems.isEmpty()) {
            systems.add(system);
        }
        return new Line(
                of.id(),
                of.unit(),
                of.kind(),
                of.underMain(),
                of.automatic(),
                List.copyOf(systems),
                List.copyOf(keys),
                of.period());
    }
}
