package se.nollan.ingest.profile;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.pseudonym.SourceNotation;

/**
 * How a flat delimited log says contacts: configuration, not code.
 *
 * @param name what a submission calls it
 * @param systems systems whose logs have this layout unless a submission says otherwise
 * @param quote null: the layout does not quote
 * @param header the exact names of the columns, in order
 * @param skip a row of which one of these holds is no contact
 * @param fields where each field of the contact format comes from; a field without an entry is empty
 * @param notation how it writes callers and ids
 */
public record Profile(
        String name,
        Set<String> systems,
        Charset charset,
        char delimiter,
        @Nullable Character quote,
        List<String> header,
        List<Condition> skip,
        Map<Field, Value> fields,
        SourceNotation notation) {

    /** Holds when each named column has one of its values. */
    public record Condition(Map<Integer, Set<String>> columns) {
        boolean holds(String[] row) {
            for (var column : columns.entrySet()) {
                if (!column.getValue().contains(row[column.getKey()])) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Where a value comes from. */
    public sealed interface Value {
        /** The value in a row; null: empty. */
        @Nullable String in(String[] row);
    }

    /**
     * A column.
     *
     * @param empty values that mean empty
     * @param words the vendor's words and the contact format's; any other word stands as it is, for the row check to judge
     */
    public record Column(int index, Set<String> empty, Map<String, String> words) implements Value {
        @Override
        public @Nullable String in(String[] row) {
            var value = row[index];
            return value.isEmpty() || empty.contains(value) ? null : words.getOrDefault(value, value);
        }
    }

    /** The same for every row. */
    public record Constant(String value) implements Value {
        @Override
        public String in(String[] row) {
            return value;
        }
    }

    /** Several values put together; empty when one of them is. */
    public record Join(List<Value> parts, String with) implements Value {
        @Override
        public @Nullable String in(String[] row) {
            var joined = new StringBuilder();
            for (var part : parts) {
                var value = part.in(row);
                if (value == null) {
                    return null;
                }
                (joined.isEmpty() ? joined : joined.append(with)).append(value);
            }
            return joined.toString();
        }
    }

    /** The first that is not empty. */
    public record First(List<Value> of) implements Value {
        @Override
        public @Nullable String in(String[] row) {
            for (var one : of) {
                var value = one.in(row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }

    /** One branch of a choice. */
    public record Case(@Nullable Condition when, Value value) {}

    /** The value of the first case whose condition holds; empty when none does. */
    public record Choose(List<Case> cases) implements Value {
        @Override
        public @Nullable String in(String[] row) {
            for (var one : cases) {
                if (one.when() == null || one.when().holds(row)) {
                    return one.value().in(row);
                }
            }
            return null;
        }
    }

    /** A time or date in the vendor's notation, of one column or of several joined by a space; empty when one of them is. */
    public record Time(TimePattern pattern, List<Value> parts) implements Value {
        @Override
        public @Nullable String in(String[] row) {
            var text = new Join(parts, " ").in(row);
            if (text == null) {
                return null;
            }
            var canonical = pattern.canonical(text);
            return canonical == null ? text : canonical;
        }
    }
}
