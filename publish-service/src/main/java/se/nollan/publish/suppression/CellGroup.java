package se.nollan.publish.suppression;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A group while groups are being made: its cells, the figures that they are in, and what other statements told of them. */
final class CellGroup {

    private final List<Count> counts;
    private final Set<Group> earlier;
    private final BitSet containing;
    private final BitSet touching;
    private final boolean shut;
    private final List<CellGroup> parts;

    /**
     * @param containing figures that have every cell of it
     * @param touching figures that have some cell of it
     */
    CellGroup(List<Count> counts, Set<Group> earlier, BitSet containing, BitSet touching) {
        this(counts, earlier, containing, touching, false, List.of());
    }

    private CellGroup(
            List<Count> counts,
            Set<Group> earlier,
            BitSet containing,
            BitSet touching,
            boolean shut,
            List<CellGroup> parts) {
        this.counts = counts;
        this.earlier = earlier;
        this.containing = containing;
        this.touching = touching;
        this.shut = shut;
        this.parts = parts.isEmpty() ? List.of(this) : parts;
    }

    /** Both as one; its {@link #parts()} are the groups that it would take the place of. */
    CellGroup with(CellGroup other) {
        List<Count> both = new ArrayList<>(counts);
        both.addAll(other.counts);
        both.sort(comparing(Count::cell));
        Set<Group> told = new LinkedHashSet<>(earlier);
        told.addAll(other.earlier);
        BitSet inside = (BitSet) containing.clone();
        inside.and(other.containing);
        BitSet some = (BitSet) touching.clone();
        some.or(other.touching);
        List<CellGroup> of = new ArrayList<>(parts);
        of.addAll(other.parts);
        return new CellGroup(both, told, inside, some, false, of);
    }

    /** In the place of its parts. */
    CellGroup settled(boolean shown) {
        return new CellGroup(counts, earlier, containing, touching, !shown, List.of());
    }

    boolean isShut() {
        return shut;
    }

    /** Whether another statement tells the same sum of the same counts. */
    boolean isTold() {
        return earlier.stream()
                .anyMatch(group -> group.shown() && group.counts().equals(counts));
    }

    List<CellGroup> parts() {
        return parts;
    }

    List<Count> counts() {
        return counts;
    }

    List<Group> earlier() {
        return List.copyOf(earlier);
    }

    BitSet containing() {
        return containing;
    }

    BitSet touching() {
        return touching;
    }

    /** Figures that have some of its cells and not all: they would tell a part of it. */
    BitSet crossing() {
        BitSet crossing = (BitSet) touching.clone();
        crossing.andNot(containing);
        return crossing;
    }

    Cell first() {
        return counts.get(0).cell();
    }

    String region() {
        return first().region();
    }

    boolean apart() {
        return first().apart();
    }

    long counted() {
        return counts.stream().mapToLong(Count::counted).sum();
    }

    Group toGroup() {
        return new Group(counts, !shut);
    }
}
