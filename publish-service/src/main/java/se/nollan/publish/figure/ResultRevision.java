package se.nollan.publish.figure;

import java.time.LocalDate;
import se.nollan.publish.results.Channel;

/** A result that a statement was summed from, by its revision. */
public record ResultRevision(String unit, LocalDate date, Channel channel, long revision)
        implements Comparable<ResultRevision> {

    @Override
    public int compareTo(ResultRevision other) {
        int byUnit = unit.compareTo(other.unit);
        int byDate = byUnit != 0 ? byUnit : date.compareTo(other.date);
        int byChannel = byDate != 0 ? byDate : channel.compareTo(other.channel);
        return byChannel != 0 ? byChannel : Long.compare(revision, other.revision);
    }
}
