package se.nollan.ingest.register;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A register as it was written, before it is known to make sense.
 *
 * @param providers entries that could be read
 * @param units entries that could be read
 * @param lines entries that could be read
 * @param brokenIds ids of entries that could not: what refers to them is not to blame
 */
record RegisterDraft(
        List<Placed<Provider>> providers, List<Placed<Unit>> units, List<Placed<Line>> lines, Set<String> brokenIds) {

    /**
     * An entry and where it stands.
     *
     * @param path place in the document; null when it is not of the document but stands already
     */
    record Placed<E extends RegisterEntry>(
            E entry, @Nullable String path) {}

    RegisterContent content() {
        return new RegisterContent(
                providers.stream().map(Placed::entry).toList(),
                units.stream().map(Placed::entry).toList(),
                lines.stream().map(Placed::entry).toList());
    }
}
