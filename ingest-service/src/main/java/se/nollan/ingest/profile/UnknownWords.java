package se.nollan.ingest.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Shape;

/**
 * What a log says that a profile does not speak of: columns that it does not read, and words in columns of words that none of its conditions
 * and word lists has.
 */
public final class UnknownWords implements RowObserver {
    // A column with more words than these holds text, not words.
    private static final int MOST_WORDS = 40;
    private static final int MOST_DIGITS_SHOWN = 4;

    private final Map<Layout, Map<Integer, Set<String>>> spokenOf = new IdentityHashMap<>();
    private final Map<String, Map<String, Long>> unknown = new TreeMap<>();
    private final Set<String> text = new HashSet<>();
    private final Set<String> unread = new TreeSet<>();

    /** A word and how often it stands in its column. */
    public record Word(String column, String word, long rows) {}

    /** Columns that are not read. */
    public List<String> columns() {
        return List.copyOf(unread);
    }

    /** Words that are not spoken of; one that holds digits as a number does is shown by its shape. */
    public List<Word> words() {
        var words = new ArrayList<Word>();
        unknown.forEach(
                (column, counts) -> counts.forEach((word, rows) -> words.add(new Word(column, shown(word), rows))));
        return words;
    }

    /** A text as it may be shown to its sender: its shape, when it could be a number of anybody's. */
    public static String shown(String text) {
        return text.chars().filter(Character::isDigit).count() > MOST_DIGITS_SHOWN || text.length() > 64
                ? Shape.of(text)
                : text;
    }

    @Override
    public void columns(List<String> names, List<String> read) {
        names.stream()
                .filter(name -> !name.isEmpty() && !read.contains(name))
                .map(UnknownWords::shown)
                .forEach(unread::add);
    }

    @Override
    public void row(Layout layout, @Nullable String[] cells) {
        spokenOf.computeIfAbsent(layout, UnknownWords::spokenOf).forEach((column, known) -> {
            var cell = cells[column];
            var name = layout.columns().get(column).name();
            if (cell != null && !known.contains(cell) && !text.contains(name)) {
                var counts = unknown.computeIfAbsent(name, any -> new TreeMap<>());
                counts.merge(cell, 1L, Long::sum);
                if (counts.size() > MOST_WORDS) {
                    unknown.remove(name);
                    text.add(name);
                }
            }
        });
    }

    private static Map<Integer, Set<String>> spokenOf(Layout layout) {
        var words = new HashMap<Integer, Set<String>>();
        layout.skip().forEach(one -> add(one.condition(), words));
        layout.refuse().forEach(one -> add(one.condition(), words));
        layout.fields().values().forEach(value -> add(value, words));
        var grouping = layout.grouping();
        if (grouping != null) {
            grouping.sets().forEach(set -> add(set, words));
            grouping.skip().forEach(one -> add(one.condition(), words));
        }
        return words;
    }

    private static void add(Value value, Map<Integer, Set<String>> words) {
        if (value instanceof Value.Cell cell && !cell.words().isEmpty()) {
            var known = words.computeIfAbsent(cell.column(), any -> new HashSet<>());
            known.addAll(cell.words().keySet());
            known.addAll(cell.empty());
        } else if (value instanceof Value.Choose choose) {
            for (var one : choose.cases()) {
                if (one.when() != null) {
                    add(one.when(), words);
                }
                add(one.value(), words);
            }
        } else if (value instanceof Value.First first) {
            first.of().forEach(one -> add(one, words));
        } else if (value instanceof Value.In in) {
            add(in.value(), words);
        }
    }

    private static void add(Condition condition, Map<Integer, Set<String>> words) {
        if (condition instanceof Condition.OfCell cell) {
            add(cell.column(), cell.test(), words);
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(one -> add(one, words));
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(one -> add(one, words));
        } else if (condition instanceof Condition.Not not) {
            add(not.condition(), words);
        } else if (condition instanceof Condition.In in) {
            add(in.condition(), words);
        }
    }

    private static void add(int column, CellTest test, Map<Integer, Set<String>> words) {
        if (test instanceof CellTest.Is is && !is.texts().equals(Set.of(""))) {
            words.computeIfAbsent(column, any -> new HashSet<>()).addAll(is.texts());
        } else if (test instanceof CellTest.Not not) {
            add(column, not.test(), words);
        }
    }
}
