package se.nollan.ingest.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.UnreadableBody;

/**
 * Rows by what they have in common. They may stand anywhere in a log of any length: a callback lies days after its order. What does not fit in
 * the memory that one log may have is put aside on disk, under a key that nobody has but this object.
 */
final class RowGroups implements AutoCloseable {
    /** Rows of one contact; more are rows that the profile wrongly puts together. */
    static final int MOST_ROWS = 10_000;

    private static final long MEMORY = 16L << 20;
    // A row takes some four times as much memory as disk.
    private static final int IN_MEMORY = 4;
    private static final int MOST_TURNS = 3;
    private static final int ROW_OVERHEAD = 64;
    private static final int CELL_OVERHEAD = 44;

    private final SpillSpace space;
    private final long memory;
    private Map<String, List<PlacedRow>> groups = new LinkedHashMap<>();
    private long held;
    private @Nullable SpilledRows spilled;

    /** @param place where it stands in its file */
    record PlacedRow(long place, @Nullable String[] cells) {}

    /** Takes the rows of one group, in the order in which they came. */
    interface Taker {
        void take(List<PlacedRow> rows);
    }

    RowGroups(SpillSpace space) {
        this(space, MEMORY);
    }

    RowGroups(SpillSpace space, long memory) {
        this.space = space;
        this.memory = memory;
    }

    void add(String key, PlacedRow row) {
        if (spilled != null) {
            spilled.add(key, row);
            return;
        }
        put(groups, key, row);
        held += ROW_OVERHEAD;
        for (var cell : row.cells()) {
            held += cell == null ? 4 : CELL_OVERHEAD + cell.length();
        }
        if (held > memory) {
            spilled = new SpilledRows(space, 0);
            for (var group : groups.entrySet()) {
                for (var one : group.getValue()) {
                    spilled.add(group.getKey(), one);
                }
            }
            groups = new LinkedHashMap<>();
        }
    }

    /** Hands every group on, and forgets it. */
    void drain(Taker taker) {
        if (spilled == null) {
            for (var rows : groups.values()) {
                taker.take(rows);
            }
            groups.clear();
            return;
        }
        drain(spilled, taker);
    }

    /** What is too large for memory is parted once more, by another turn of the keys. */
    private void drain(SpilledRows from, Taker taker) {
        for (var part = 0; part < SpilledRows.PARTS; part++) {
            if (from.bytes(part) > memory / IN_MEMORY && from.turn() < MOST_TURNS) {
                try (var finer = new SpilledRows(space, from.turn() + 1)) {
                    from.read(part, finer::add);
                    drain(finer, taker);
                }
            } else {
                var some = new LinkedHashMap<String, List<PlacedRow>>();
                from.read(part, (key, row) -> put(some, key, row));
                some.values().forEach(taker::take);
            }
        }
    }

    private static void put(Map<String, List<PlacedRow>> groups, String key, PlacedRow row) {
        var rows = groups.computeIfAbsent(key, any -> new ArrayList<>(4));
        rows.add(row);
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.ROW_LIMIT,
                    "More than " + MOST_ROWS + " rows belong together by the profile, the last on line " + row.place()
                            + ": its 'group' takes rows for one contact's that are not. Have it skip them.");
        }
    }

    @Override
    public void close() {
        groups.clear();
        if (spilled != null) {
            spilled.close();
        }
    }
}
