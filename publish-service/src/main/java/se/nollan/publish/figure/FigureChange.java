package se.nollan.publish.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Channel;

/**
 * How a figure differs from the last signed statement of the same region and month.
 *
 * @param before null when the figure is new
 * @param after null when the figure is gone
 */
public record FigureChange(
        Level level,
        String id,
        String name,
        Channel channel,
        @Nullable Brief before,
        @Nullable Brief after) {

    /** The counts that a reader compares. */
    public record Brief(FigureStatus status, long contactsIn, long hits, long counted) {
        static Brief of(Figure figure) {
            return new Brief(
                    figure.status(),
                    figure.counts().contactsIn(),
                    figure.counts().hits(),
                    figure.counts().counted());
        }
    }

    /** Every figure that changed, at every level, in the order of the later statement; what is gone comes last. */
    public static List<FigureChange> between(MonthContent before, MonthContent after) {
        Map<Figure.Key, Figure> earlier = new HashMap<>();
        before.figures().forEach(figure -> earlier.put(figure.key(), figure));
        List<FigureChange> changes = new ArrayList<>();
        for (Figure figure : after.figures()) {
            Figure was = earlier.remove(figure.key());
            if (was == null || was.status() != figure.status() || !was.counts().equals(figure.counts())) {
                changes.add(of(figure, was == null ? null : Brief.of(was), Brief.of(figure)));
            }
        }
        before.figures().stream()
                .filter(figure -> earlier.containsKey(figure.key()))
                .forEach(figure -> changes.add(of(figure, Brief.of(figure), null)));
        return changes;
    }

    Figure.Key key() {
        return new Figure.Key(level, id, channel);
    }

    /** That the figure changed, without from what to what: a difference could give away a figure that is hidden. */
    FigureChange withoutFigures() {
        return new FigureChange(level, id, name, channel, null, null);
    }

    private static FigureChange of(Figure figure, @Nullable Brief before, @Nullable Brief after) {
        return new FigureChange(
                figure.subject().level(),
                figure.subject().id(),
                figure.subject().name(),
                figure.channel(),
                before,
                after);
    }
}
