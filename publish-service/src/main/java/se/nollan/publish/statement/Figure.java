package se.nollan.publish.statement;

import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Counts;

/** A month's counts of a subject and channel; none of them where the status is not {@link Status#REPORTED}. */
public record Figure(Subject subject, Channel channel, Status status, Counts counts) {

    /** What a figure is found by: one of each in a statement. */
    public record Key(Level level, String id, Channel channel) {}

    public Key key() {
        return new Key(subject.level(), subject.id(), channel);
    }

    /** The figure without its counts. */
    Figure suppressed() {
        return new Figure(subject, channel, Status.SUPPRESSED, Counts.NONE);
    }
}
