package se.nollan.ingest.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.profile.RowGroups.PlacedRow;

/** Brings the rows of a group in order: repeated ones and old versions go, and what is several contacts is parted. */
final class ContactRows {
    private static final int FEW = 16;

    private final Grouping grouping;
    private final RowGroup alone;
    private final LocalDate until;
    private int differing;

    /** @param until the last day that is asked for */
    ContactRows(Grouping grouping, LocalDate until) {
        this.grouping = grouping;
        this.until = until;
        this.alone = new RowGroup(List.of(), List.of(), until);
    }

    /** What a row is ordered by: nothing first, then numbers as numbers, then text. */
    private record Key(
            int kind,
            long whole,
            @Nullable BigDecimal number,
            @Nullable String text) implements Comparable<Key> {
        private static final Key NOTHING = new Key(0, 0, null, null);

        static Key of(@Nullable String text) {
            if (text == null) {
                return NOTHING;
            }
            if (Numbers.isWhole(text)) {
                return new Key(1, Long.parseLong(text), null, null);
            }
            var number = Numbers.read(text, ".");
            return number == null ? new Key(2, 0, null, text) : new Key(1, 0, number, null);
        }

        @Override
        public int compareTo(Key other) {
            if (kind != other.kind) {
                return Integer.compare(kind, other.kind);
            }
            if (text != null && other.text != null) {
                return text.compareTo(other.text);
            }
            return number == null && other.number == null
                    ? Long.compare(whole, other.whole)
                    : exact().compareTo(other.exact());
        }

        private BigDecimal exact() {
            return number == null ? BigDecimal.valueOf(whole) : number;
        }
    }

    private record Ordered(PlacedRow row, Key[] keys) implements Comparable<Ordered> {
        @Override
        public int compareTo(Ordered other) {
            for (var i = 0; i < keys.length; i++) {
                var compared = keys[i].compareTo(other.keys[i]);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        }
    }

    /** The rows of each contact in the group. */
    List<List<PlacedRow>> of(List<PlacedRow> rows) {
        var left = rows.size() == 1 ? rows : ordered(newest(once(rows)));
        var opens = grouping.opens();
        return opens == null ? List.of(left) : parted(left, opens);
    }

    private List<PlacedRow> ordered(List<PlacedRow> rows) {
        if (grouping.order().isEmpty() || rows.size() == 1) {
            return rows;
        }
        var ordered = new Ordered[rows.size()];
        for (var i = 0; i < ordered.length; i++) {
            ordered[i] = ordered(rows.get(i));
        }
        Arrays.sort(ordered);
        var sorted = new ArrayList<PlacedRow>(ordered.length);
        for (var one : ordered) {
            sorted.add(one.row);
        }
        return sorted;
    }

    private Ordered ordered(PlacedRow row) {
        var keys = new Key[grouping.order().size()];
        for (var i = 0; i < keys.length; i++) {
            keys[i] = Key.of(text(grouping.order().get(i), row));
        }
        return new Ordered(row, keys);
    }

    private List<PlacedRow> once(List<PlacedRow> rows) {
        return rows.size() <= FEW ? onceOfFew(rows) : onceOfMany(rows);
    }

    private static List<PlacedRow> onceOfMany(List<PlacedRow> rows) {
        var seen = new HashSet<List<@Nullable String>>();
        var left = new ArrayList<PlacedRow>(rows.size());
        for (var row : rows) {
            if (seen.add(Arrays.asList(row.cells()))) {
                left.add(row);
            }
        }
        return left;
    }

    /** To look from one to the other is faster than a hash of all cells. */
    private List<PlacedRow> onceOfFew(List<PlacedRow> rows) {
        var left = new ArrayList<PlacedRow>(rows.size());
        for (var row : rows) {
            var known = false;
            for (var i = 0; i < left.size() && !known; i++) {
                known = isSame(left.get(i).cells(), row.cells());
            }
            if (!known) {
                left.add(row);
            }
        }
        return left;
    }

    /** Looks first where the last two differed: a log has a column that numbers its rows. */
    private boolean isSame(@Nullable String[] one, @Nullable String[] other) {
        if (!Objects.equals(one[differing], other[differing])) {
            return false;
        }
        var first = Arrays.mismatch(one, other);
        differing = Math.max(first, 0);
        return first < 0;
    }

    private List<PlacedRow> newest(List<PlacedRow> rows) {
        var versions = grouping.versions();
        if (versions == null) {
            return rows;
        }
        Map<List<@Nullable String>, Version> newest = new HashMap<>();
        for (var row : rows) {
            var version = new Version(row, Key.of(text(versions.latest(), row)));
            newest.merge(
                    texts(versions.of(), row), version, (one, other) -> one.key.compareTo(other.key) > 0 ? one : other);
        }
        var together = versions.together();
        var left = new ArrayList<PlacedRow>(rows.size());
        for (var row : rows) {
            var holds = newest.get(texts(versions.of(), row)).row();
            if (holds == row || together != null && same(text(together, row), text(together, holds))) {
                left.add(row);
            }
        }
        return left;
    }

    private record Version(PlacedRow row, Key key) {}

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private List<List<PlacedRow>> parted(List<PlacedRow> rows, int opens) {
        var group = new RowGroup(rows.stream().map(PlacedRow::cells).toList(), grouping.sets(), until);
        var contacts = new ArrayList<List<PlacedRow>>();
        for (var row : rows) {
            if (contacts.isEmpty() || grouping.sets().get(opens).holds(group, row.cells())) {
                contacts.add(new ArrayList<>());
            }
            contacts.get(contacts.size() - 1).add(row);
        }
        return contacts;
    }

    private List<@Nullable String> texts(List<Value> values, PlacedRow row) {
        if (values.isEmpty()) {
            return List.of();
        }
        var texts = new ArrayList<@Nullable String>(values.size());
        values.forEach(value -> texts.add(text(value, row)));
        return texts;
    }

    private @Nullable String text(Value value, PlacedRow row) {
        return value.in(alone, row.cells());
    }
}
