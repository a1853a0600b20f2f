package se.nollan.publish.suppression;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.results.Channel;

/**
 * The smallest thing that a figure is summed from: a unit under one owner, on one channel.
 *
 * @param region county code
 * @param provider organisation number; empty where 1177 has had several
 * @param form {@code public} or {@code private}
 * @param apart S-2: 1177, which is part of no sum
 */
public record Cell(String unit, String region, String provider, String form, boolean apart, Channel channel)
        implements Comparable<Cell> {

    private static final String SEVERAL = "";

    private static final Comparator<Cell> ORDER = comparing(Cell::region)
            .thenComparing(Cell::provider)
            .thenComparing(Cell::unit)
            .thenComparing(Cell::form)
            .thenComparing(Cell::apart)
            .thenComparing(Cell::channel);

    /** The cell that a figure is the count of; null where it is a sum of several. */
    static @Nullable Cell of(Figure figure) {
        Subject subject = figure.subject();
        boolean apart = subject.level() == Level.CARE_1177;
        boolean smallest = apart || subject.level() == Level.UNIT || subject.level() == Level.UNIT_PART;
        if (!smallest || figure.channel() == Channel.TOTAL) {
            return null;
        }
        if (!apart && (subject.region() == null || subject.provider() == null || subject.form() == null)) {
            return null;
        }
        return new Cell(
                subject.id().split("#", 2)[0],
                requireNonNullElse(subject.region(), SEVERAL),
                requireNonNullElse(subject.provider(), SEVERAL),
                subject.form() == null ? SEVERAL : subject.form().word(),
                apart,
                figure.channel());
    }

    /** Whether the figures of a subject and channel have this cell in them. */
    boolean isIn(Subject subject, Channel of) {
        if (of != Channel.TOTAL && of != channel || apart != (subject.level() == Level.CARE_1177)) {
            return false;
        }
        return switch (subject.level()) {
            case NATION -> true;
            case REGION -> subject.id().equals(region);
            case FORM -> subject.id().equals(form);
            case PROVIDER -> subject.id().equals(provider);
            case UNIT, CARE_1177 -> subject.id().equals(unit);
            case UNIT_PART ->
                subject.id().startsWith(unit + '#')
                        && region.equals(subject.region())
                        && provider.equals(subject.provider())
                        && subject.form() != null
                        && form.equals(subject.form().word());
        };
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
