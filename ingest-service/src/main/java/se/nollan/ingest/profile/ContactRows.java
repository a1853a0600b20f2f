package se.nollan.ingest.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.profile.RowGroups.PlacedRow;

/** Brings the rows of a group in order: repeated ones and old versions go, and what is several contacts is parted. */
final class ContactRows {
    private final Grouping grouping;
    private final RowGroup alone;
    private final LocalDate until;

    /** @param until the last day that is asked for */
    ContactRows(Grouping grouping, LocalDate until) {
        this.grouping = grouping;
        this.until = until;
        this.alone = new RowGroup(List.of(), List.of(), until);
    }

    /** What a row is ordered by: nothing first, then numbers as numbers, then text. */
    private record Key(
            @Nullable BigDecimal number, @Nullable String text) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.<Key>comparingInt(
                        key -> key.number != null ? 1 : key.text != null ? 2 : 0)
                .thenComparing(Key::number, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::text, Comparator.nullsFirst(Comparator.naturalOrder()));

        static Key of(@Nullable String text) {
            var number = text == null ? null : Numbers.read(text, ".");
            return number == null ? new Key(null, text) : new Key(number, null);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Ordered(PlacedRow row, List<Key> keys) implements Comparable<Ordered> {
        @Override
        public int compareTo(Ordered other) {
            for (var i = 0; i < keys.size(); i++) {
                var compared = keys.get(i).compareTo(other.keys.get(i));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        }
    }

    /** The rows of each contact in the group. */
    List<List<PlacedRow>> of(List<PlacedRow> rows) {
        var left = ordered(newest(once(rows)));
        var opens = grouping.opens();
        return opens == null ? List.of(left) : parted(left, opens);
    }

    private List<PlacedRow> ordered(List<PlacedRow> rows) {
        if (grouping.order().isEmpty() || rows.size() == 1) {
            return rows;
        }
        return rows.stream()
                .map(row -> new Ordered(
                        row, texts(grouping.order(), row).stream().map(Key::of).toList()))
                .sorted()
                .map(Ordered::row)
                .toList();
    }

    private static List<PlacedRow> once(List<PlacedRow> rows) {
        if (rows.size() == 1) {
            return new ArrayList<>(rows);
        }
        var seen = new HashSet<List<@Nullable String>>();
        var left = new ArrayList<PlacedRow>(rows.size());
        for (var row : rows) {
            if (seen.add(Arrays.asList(row.cells()))) {
                left.add(row);
            }
        }
        return left;
    }

    private List<PlacedRow> newest(List<PlacedRow> rows) {
        var versions = grouping.versions();
        if (versions == null) {
            return rows;
        }
        Map<List<@Nullable String>, Ordered> newest = new HashMap<>();
        for (var row : rows) {
            var version = new Ordered(row, List.of(Key.of(text(versions.latest(), row))));
            newest.merge(texts(versions.of(), row), version, (one, other) -> one.compareTo(other) > 0 ? one : other);
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
        var texts = new ArrayList<@Nullable String>(values.size());
        values.forEach(value -> texts.add(text(value, row)));
        return texts;
    }

    private @Nullable String text(Value value, PlacedRow row) {
        return value.in(alone, row.cells());
    }
}
