package se.nollan.publish.suppression;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.nollan.publish.results.Channel;

/**
 * The groups to begin with: each cell alone, but together what has been together in a statement of the month, for a sum that was told
 * would be undone by its part. A unit that has changed hands in the register since is one cell to whoever compares, and so stays one group.
 */
final class Pinned {

    private record UnitChannel(String unit, Channel channel) {
        static UnitChannel of(Cell cell) {
            return new UnitChannel(cell.unit(), cell.channel());
        }
    }

    private final List<Count> counts;
    private final int[] leader;
    private final Map<UnitChannel, List<Integer>> ofUnit = new LinkedHashMap<>();

    private Pinned(List<Count> counts) {
        this.counts = counts;
        this.leader = new int[counts.size()];
        for (int place = 0; place < leader.length; place++) {
            leader[place] = place;
            ofUnit.computeIfAbsent(UnitChannel.of(counts.get(place).cell()), key -> new ArrayList<>())
                    .add(place);
        }
    }

    /** @param containing of each cell the figures that it is in */
    static List<CellGroup> groups(List<Count> counts, List<BitSet> containing, List<Disclosure> earlier) {
        Pinned pinned = new Pinned(counts);
        earlier.forEach(pinned::pin);
        return pinned.groups(containing, earlier);
    }

    private void pin(Disclosure disclosure) {
        Map<UnitChannel, Set<Cell>> then = disclosure.groups().stream()
                .flatMap(group -> group.counts().stream().map(Count::cell))
                .collect(groupingBy(UnitChannel::of, mapping(cell -> cell, toSet())));
        ofUnit.forEach((unit, places) -> {
            Set<Cell> now =
                    places.stream().map(place -> counts.get(place).cell()).collect(toSet());
            if (then.containsKey(unit) && !then.get(unit).equals(now)) {
                places.forEach(place -> join(place, places.get(0)));
            }
        });
        disclosure.groups().forEach(this::pin);
    }

    private void pin(Group group) {
        List<Integer> together = group.counts().stream().flatMap(this::places).toList();
        together.forEach(place -> join(place, together.get(0)));
    }

    /** Where the cell is now; all of its unit when its owners are others now. */
    private Stream<Integer> places(Count count) {
        List<Integer> places = ofUnit.getOrDefault(UnitChannel.of(count.cell()), List.of());
        List<Integer> same = places.stream()
                .filter(place -> counts.get(place).cell().equals(count.cell()))
                .toList();
        return (same.isEmpty() ? places : same).stream();
    }

    private void join(int one, int other) {
        leader[find(one)] = find(other);
    }

    private int find(int place) {
        int at = place;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private List<CellGroup> groups(List<BitSet> containing, List<Disclosure> earlier) {
        Map<Integer, Set<Group>> told = new TreeMap<>();
        earlier.forEach(disclosure -> disclosure.groups().forEach(group -> group.counts().stream()
                .flatMap(this::places)
                .forEach(place -> told.computeIfAbsent(find(place), key -> new LinkedHashSet<>())
                        .add(group))));
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int place = 0; place < leader.length; place++) {
            members.computeIfAbsent(find(place), key -> new ArrayList<>()).add(place);
        }
        return members.entrySet().stream()
                .map(group -> {
                    BitSet all =
                            (BitSet) containing.get(group.getValue().get(0)).clone();
                    BitSet some = new BitSet();
                    group.getValue().forEach(place -> {
                        all.and(containing.get(place));
                        some.or(containing.get(place));
                    });
                    return new CellGroup(
                            group.getValue().stream().map(counts::get).toList(),
                            told.getOrDefault(group.getKey(), Set.of()),
                            all,
                            some);
                })
                .toList();
    }
}
