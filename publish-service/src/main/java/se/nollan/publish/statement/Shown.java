package se.nollan.publish.statement;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A statement's figures as one kind of reader sees them. */
public sealed interface Shown {

    /** Figures in the order of the content; a hidden one stands with {@link Status#SUPPRESSED} and no counts. */
    List<Figure> figures();

    /** Whether the reader sees what the region's own people see of these figures. */
    boolean unabridged();

    /** All of it: for the region's coordinators and auditors. */
    record Whole(List<Figure> figures) implements Shown {
        @Override
        public boolean unabridged() {
            return true;
        }
    }

    /** A provider's own units and sums, nobody else's. */
    record Own(List<Figure> figures) implements Shown {
        @Override
        public boolean unabridged() {
            return true;
        }
    }

    /** For everybody: small figures, and those that would give them away, are suppressed. */
    record Open(List<Figure> figures) implements Shown {
        @Override
        public boolean unabridged() {
            return false;
        }
    }

    static Shown whole(Content content) {
        return new Whole(content.figures());
    }

    static Shown own(Content content, Set<String> providers) {
        return new Own(content.figures().stream().filter(ownedBy(providers)).toList());
    }

    static Shown open(Content content, long suppressBelow) {
        Set<Figure.Key> hidden = Suppression.of(content.figures(), suppressBelow);
        return new Open(content.figures().stream()
                .map(figure -> hidden.contains(figure.key()) ? figure.suppressed() : figure)
                .toList());
    }

    /** A sum over several providers belongs to none of them, though only one may be in it. */
    private static Predicate<Figure> ownedBy(Set<String> providers) {
        Set<Level> own = Set.of(Level.PROVIDER, Level.UNIT, Level.UNIT_PART, Level.CARE_1177);
        return figure -> own.contains(figure.subject().level())
                && figure.subject().provider() != null
                && providers.contains(figure.subject().provider());
    }
}
