package se.nollan.publish.suppression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.nollan.publish.figure.Figure;

/** The figures of a statement, each as the cells that it is the sum of. */
final class FigureCells {

    private final List<Count> counts;
    private final Map<Cell, Integer> places = new HashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<BitSet> cells = new ArrayList<>();

    /** @throws IllegalStateException when a figure is not the sum of its cells: then nothing can be said of what it gives away */
    FigureCells(Collection<Figure> all) {
        counts = countsOf(all);
        for (int place = 0; place < counts.size(); place++) {
            places.put(counts.get(place).cell(), place);
        }
        for (Figure figure : all) {
            if (figure.counts().counted() > 0) {
                figures.add(figure);
                cells.add(cellsOf(figure));
            }
        }
    }

    private static List<Count> countsOf(Collection<Figure> all) {
        Map<Cell, Count> counts = new TreeMap<>();
        for (Figure figure : all) {
            Cell cell = Cell.of(figure);
            if (cell != null && figure.counts().counted() > 0) {
                counts.put(
                        cell,
                        new Count(cell, figure.counts().hits(), figure.counts().misses()));
            }
        }
        return List.copyOf(counts.values());
    }

    private BitSet cellsOf(Figure figure) {
        BitSet in = new BitSet(counts.size());
        long sum = 0;
        for (int place = 0; place < counts.size(); place++) {
            if (counts.get(place).cell().isIn(figure.subject(), figure.channel())) {
                in.set(place);
                sum += counts.get(place).counted();
            }
        }
        if (sum != figure.counts().counted()) {
            throw new IllegalStateException(
                    figure.key() + " counts " + figure.counts().counted() + ", its units " + sum);
        }
        return in;
    }

    /** What counted something, in the order of cells; the place of each is its bit. */
    List<Count> counts() {
        return counts;
    }

    /** Figures that count something; what counts nothing is always shown. */
    List<Figure> figures() {
        return figures;
    }

    /** Of each cell, by its place, the figures that it is in. */
    List<BitSet> containing() {
        List<BitSet> containing = new ArrayList<>();
        for (int place = 0; place < counts.size(); place++) {
            containing.add(new BitSet(figures.size()));
        }
        for (int figure = 0; figure < figures.size(); figure++) {
            int of = figure;
            cells.get(figure).stream().forEach(place -> containing.get(place).set(of));
        }
        return containing;
    }

    Set<Figure.Key> hidden(Disclosure disclosure) {
        List<BitSet> groups = new ArrayList<>();
        BitSet shut = new BitSet();
        for (Group group : disclosure.groups()) {
            BitSet members = new BitSet();
            group.counts().forEach(count -> members.set(place(count.cell())));
            if (members.cardinality() > 1) {
                groups.add(members);
            }
            if (!group.shown()) {
                shut.or(members);
            }
        }
        Set<Figure.Key> hidden = new HashSet<>();
        for (int figure = 0; figure < figures.size(); figure++) {
            BitSet in = cells.get(figure);
            boolean whole = !in.intersects(shut) && groups.stream().allMatch(group -> isWhole(group, in));
            if (!whole || figures.get(figure).counts().counted() < disclosure.threshold()) {
                hidden.add(figures.get(figure).key());
            }
        }
        return hidden;
    }

    private int place(Cell cell) {
        Integer place = places.get(cell);
        if (place == null) {
            throw new IllegalStateException("The disclosure is of another month: " + cell);
        }
        return place;
    }

    private static boolean isWhole(BitSet group, BitSet in) {
        if (!group.intersects(in)) {
            return true;
        }
        BitSet outside = (BitSet) group.clone();
        outside.andNot(in);
        return outside.isEmpty();
    }
}
