package se.nollan.publish.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.Effect;

/**
 * A month's counts of a subject and channel; none of them where the status is not {@link FigureStatus#REPORTED}.
 *
 * @param effects what other readings of the rules would change; null when a result of the month does not say
 */
public record Figure(
        Subject subject,
        Channel channel,
        FigureStatus status,
        Counts counts,
        @Nullable List<Effect> effects) {

    public Figure {
        effects = effects == null ? null : List.copyOf(effects);
    }

    /** What a figure is found by: one of each in a statement. */
    public record Key(Level level, String id, Channel channel) {}

    public Key key() {
        return new Key(subject.level(), subject.id(), channel);
    }

    /** The figure without its counts. */
    Figure suppressed() {
        return new Figure(subject, channel, FigureStatus.SUPPRESSED, Counts.NONE, null);
    }
}
