package se.nollan.publish.figure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.nollan.publish.results.Channel;

/**
 * Somebody who tries to compute hidden figures. Works from its own understanding of what sums to what (straight from the
 * subjects, not from the code under test), by exact elimination.
 */
final class Reader {

    private Reader() {}

    /** The hidden figures that the shown ones determine. */
    static List<Figure.Key> computes(Collection<Figure> figures, Set<Figure.Key> hidden) {
        // The basis: what each leaf counted of phone and of chat. Every figure is a sum of these.
        Map<String, Integer> columns = new HashMap<>();
        List<Figure> leaves = figures.stream().filter(Reader::isLeaf).toList();
        leaves.forEach(leaf -> columns.putIfAbsent(leaf.subject().id() + leaf.channel(), columns.size()));
        List<BigInteger[]> known = new ArrayList<>();
        for (Figure figure : figures) {
            // A figure that counts nothing is shown as zero, and so is every leaf in it.
            if (!hidden.contains(figure.key())) {
                known.add(row(figure, leaves, columns));
            }
        }
        int rank = rank(known, columns.size());
        List<Figure.Key> computed = new ArrayList<>();
        for (Figure figure : figures) {
            if (hidden.contains(figure.key())) {
                List<BigInteger[]> with = new ArrayList<>(known);
                with.add(row(figure, leaves, columns));
                if (rank(with, columns.size()) == rank) {
                    computed.add(figure.key());
                }
            }
        }
        return computed;
    }

    private static boolean isLeaf(Figure figure) {
        Subject subject = figure.subject();
        return figure.channel() != Channel.TOTAL
                && (subject.level() == Level.UNIT_PART
                        || subject.level() == Level.UNIT && subject.provider() != null && subject.region() != null);
    }

    private static BigInteger[] row(Figure figure, List<Figure> leaves, Map<String, Integer> columns) {
        BigInteger[] row = new BigInteger[columns.size()];
        java.util.Arrays.fill(row, BigInteger.ZERO);
        for (Figure leaf : leaves) {
            if (within(leaf.subject(), figure.subject())
                    && (figure.channel() == Channel.TOTAL || figure.channel() == leaf.channel())) {
                row[columns.get(leaf.subject().id() + leaf.channel())] = BigInteger.ONE;
            }
        }
        return row;
    }

    private static boolean within(Subject leaf, Subject of) {
        return switch (of.level()) {
            case NATION -> true;
            case REGION -> of.id().equals(leaf.region());
            case FORM -> leaf.form() != null && of.id().equals(leaf.form().word());
            case PROVIDER -> of.id().equals(leaf.provider());
            case UNIT -> leaf.id().equals(of.id()) || leaf.id().startsWith(of.id() + '#');
            case UNIT_PART -> leaf.id().equals(of.id());
            case CARE_1177 -> false;
        };
    }

    private static int rank(List<BigInteger[]> rows, int width) {
        List<BigInteger[]> left =
                new ArrayList<>(rows.stream().map(BigInteger[]::clone).toList());
        int rank = 0;
        for (int column = 0; column < width; column++) {
            int at = column;
            BigInteger[] pivot = left.stream()
                    .filter(row -> row[at].signum() != 0)
                    .findFirst()
                    .orElse(null);
            if (pivot == null) {
                continue;
            }
            left.remove(pivot);
            rank++;
            for (BigInteger[] row : left) {
                BigInteger factor = row[at];
                for (int i = 0; factor.signum() != 0 && i < width; i++) {
                    row[i] = row[i].multiply(pivot[at]).subtract(pivot[i].multiply(factor));
                }
            }
        }
        return rank;
    }
}
