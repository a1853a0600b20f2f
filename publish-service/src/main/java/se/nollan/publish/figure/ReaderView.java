package se.nollan.publish.figure;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one kind of reader sees of a month.
 *
 * @param figures in the order of the content; a hidden one stands with {@link FigureStatus#SUPPRESSED} and no counts
 * @param changes from the last signed statement; without figures for those who do not see small ones
 */
public record ReaderView(
        To to, List<Figure> figures, List<Gap> gaps, List<FigureChange> changes, List<ResultRevision> pins) {

    /** The kinds of reader. */
    public enum To {
        /** The region's coordinators and auditors: all of it. */
        REGION,
        /** A provider: its own units and sums, nobody else's. */
        PROVIDER,
        /** Everybody: small figures, and those that would give them away, are suppressed. */
        PUBLIC
    }

    /** The levels that belong to a provider; a sum over several does not, though only one may be in it. */
    private static final Set<Level> A_PROVIDERS = Set.of(Level.PROVIDER, Level.UNIT, Level.UNIT_PART, Level.CARE_1177);

    public ReaderView {
        figures = List.copyOf(figures);
        gaps = List.copyOf(gaps);
        changes = List.copyOf(changes);
        pins = List.copyOf(pins);
    }

    /** Whether counts are told by rule, and effects by reading: they are mostly small, so the public does not see them. */
    public boolean byRule() {
        return to != To.PUBLIC;
    }

    public static ReaderView toRegion(MonthContent monthContent, List<FigureChange> changes) {
        return new ReaderView(To.REGION, monthContent.figures(), monthContent.gaps(), changes, monthContent.pins());
    }

    /** @param providers organisation numbers that the reader acts for */
    public static ReaderView toProvider(MonthContent monthContent, List<FigureChange> changes, Set<String> providers) {
        List<Figure> own =
                monthContent.figures().stream().filter(ownedBy(providers)).toList();
        Set<String> ids = own.stream().map(figure -> figure.subject().id()).collect(toSet());
        return new ReaderView(
                To.PROVIDER,
                own,
                monthContent.gaps().stream()
                        .filter(gap -> ids.contains(gap.unit()))
                        .toList(),
                changes.stream()
                        .filter(change -> A_PROVIDERS.contains(change.level()) && ids.contains(change.id()))
                        .toList(),
                monthContent.pins().stream()
                        .filter(pin -> ids.contains(pin.unit()))
                        .toList());
    }

    /** @param hidden the figures that the public does not see; nor does it learn whether they have changed */
    public static ReaderView toPublic(MonthContent monthContent, List<FigureChange> changes, Set<Figure.Key> hidden) {
        return new ReaderView(
                To.PUBLIC,
                monthContent.figures().stream()
                        .map(figure -> hidden.contains(figure.key()) ? figure.suppressed() : figure)
                        .toList(),
                monthContent.gaps(),
                changes.stream()
                        .filter(change -> !hidden.contains(change.key()))
                        .map(FigureChange::withoutFigures)
                        .toList(),
                List.of());
    }

    private static Predicate<Figure> ownedBy(Set<String> providers) {
        return figure -> A_PROVIDERS.contains(figure.subject().level())
                && figure.subject().provider() != null
                && providers.contains(figure.subject().provider());
    }
}
