package se.nollan.ingest.profile;

import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.pseudonym.SourceNotation;

/** Where a value comes from. */
sealed interface Value
        permits Value.Cell,
                Value.Listed,
                Value.Constant,
                Value.Join,
                Value.First,
                Value.Choose,
                Value.In,
                Value.Every,
                Value.Caller,
                Value.Day,
                TimeValue {

    /**
     * The value; null: empty.
     *
     * @param row the row that it is read from, unless it says another
     */
    @Nullable String in(RowGroup group, @Nullable String[] row);

    /**
     * A column's cell.
     *
     * @param empty texts that mean empty
     * @param part what to take of it: the first group, or all that fits; what does not fit is empty. Null: the whole cell
     * @param words the vendor's words and ours
     * @param otherwise for any other word; null: it stands as it is, for the row check to judge
     */
    record Cell(
            int column,
            Set<String> empty,
            @Nullable Pattern part,
            Map<String, String> words,
            @Nullable String otherwise)
            implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            var text = row[column];
            if (text == null || empty.contains(text)) {
                return null;
            }
            if (part != null) {
                var found = part.matcher(text);
                if (!found.find()) {
                    return null;
                }
                text = found.groupCount() == 0 ? found.group() : found.group(1);
                if (text == null || text.isEmpty()) {
                    return null;
                }
            }
            var word = words.get(text);
            return word != null ? word : otherwise != null ? otherwise : text;
        }
    }

    /** The same for every contact. */
    record Constant(String value) implements Value {
        @Override
        public String in(RowGroup group, @Nullable String[] row) {
            return value;
        }
    }

    /** Several values put together; empty when one of them is. */
    record Join(List<Value> parts, String with) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            var joined = new StringBuilder();
            for (var i = 0; i < parts.size(); i++) {
                var part = parts.get(i).in(group, row);
                if (part == null) {
                    return null;
                }
                (i == 0 ? joined : joined.append(with)).append(part);
            }
            return joined.toString();
        }
    }

    /** The first that is not empty. */
    record First(List<Value> of) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            for (var one : of) {
                var value = one.in(group, row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }

    /** Those that are not empty, each once, with a space between. */
    record Listed(List<Value> of) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            var values = new LinkedHashSet<String>();
            for (var one : of) {
                var value = one.in(group, row);
                if (value != null) {
                    values.add(value);
                }
            }
            return values.isEmpty() ? null : String.join(" ", values);
        }
    }

    /** One branch of a choice. */
    record Case(@Nullable Condition when, Value value) {}

    /** The value of the first case whose condition holds; empty when none does. */
    record Choose(List<Case> cases) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            for (var one : cases) {
                if (one.when() == null || one.when().holds(group, row)) {
                    return one.value().in(group, row);
                }
            }
            return null;
        }
    }

    /** The value of another of the contact's rows; empty when there is none. */
    record In(RowPick pick, Value value) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            var other = pick.one(group);
            return other == null ? null : value.in(group, other);
        }
    }

    /** The values of all rows of a set, each once, with a space between. */
    record Every(int set, Value value) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            var values = new LinkedHashSet<String>();
            for (var other : group.of(set)) {
                var one = value.in(group, other);
                if (one != null) {
                    values.add(one);
                }
            }
            return values.isEmpty() ? null : String.join(" ", values);
        }
    }

    /** Who a caller is: the same text for a number in all its notations. */
    record Caller(Value value, SourceNotation notation) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            return notation.caller(value.in(group, row));
        }
    }

    /** The Swedish day of a time. */
    record Day(TimeValue time) implements Value {
        @Override
        public @Nullable String in(RowGroup group, @Nullable String[] row) {
            return time.day(group, row);
        }
    }
}
