package se.nollan.ingest.profile;

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
    private static final RowGroup ALONE = new RowGroup(List.of(), List.of(), java.time.LocalDate.EPOCH);

    private final Grouping grouping;

    ContactRows(Grouping grouping) {
        this.grouping = grouping;
    }

    /** The rows of each contact in the group. */
    List<List<PlacedRow>> of(List<PlacedRow> rows) {
        var left = newest(once(rows));
        if (!grouping.order().isEmpty()) {
            left.sort(this::compare);
        }
        var opens = grouping.opens();
        return opens == null ? List.of(left) : parted(left, grouping.sets().get(opens));
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
        Map<List<@Nullable String>, PlacedRow> newest = new HashMap<>();
        for (var row : rows) {
            newest.merge(texts(versions.of(), row), row, (one, other) -> newer(versions, one, other) ? one : other);
        }
        var together = versions.together();
        var left = new ArrayList<PlacedRow>(rows.size());
        for (var row : rows) {
            var holds = newest.get(texts(versions.of(), row));
            if (holds == row || holds != null && together != null && same(text(together, row), text(together, holds))) {
                left.add(row);
            }
        }
        return left;
    }

    private static boolean newer(Grouping.Versions versions, PlacedRow one, PlacedRow other) {
        return compare(text(versions.latest(), one), text(versions.latest(), other)) > 0;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private int compare(PlacedRow one, PlacedRow other) {
        for (var value : grouping.order()) {
            var compared = compare(text(value, one), text(value, other));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** Numbers as numbers, everything else as text; what is empty comes first. */
    private static int compare(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other == null ? 0 : -1 : 1;
        }
        var number = Numbers.read(one, ".");
        var otherNumber = number == null ? null : Numbers.read(other, ".");
        return number != null && otherNumber != null
                ? number.compareTo(otherNumber)
                : Comparator.<String>naturalOrder().compare(one, other);
    }

    private static List<List<PlacedRow>> parted(List<PlacedRow> rows, Condition opens) {
        var contacts = new ArrayList<List<PlacedRow>>();
        for (var row : rows) {
            if (contacts.isEmpty() || opens.holds(ALONE, row.cells())) {
                contacts.add(new ArrayList<>());
            }
            contacts.get(contacts.size() - 1).add(row);
        }
        return contacts;
    }

    private static List<@Nullable String> texts(List<Value> values, PlacedRow row) {
        var texts = new ArrayList<@Nullable String>(values.size());
        values.forEach(value -> texts.add(text(value, row)));
        return texts;
    }

    private static @Nullable String text(Value value, PlacedRow row) {
        return value.in(ALONE, row.cells());
    }
}
