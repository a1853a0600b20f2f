package se.nollan.publish.signals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Channel;

/**
 * A unit's month under one owner, and what in it deserves a look.
 *
 * @param care1177 whether it is 1177, whose queue is held against nine minutes
 * @param target minutes to callback that the unit aims at; null where the register gives none
 * @param workingDays working days of the month on which it was in force, as far as they are over; null when no result names them
 * @param silentDays of those, the ones on which nobody called or chatted
 */
public record UnitSignals(
        String unit,
        String name,
        String provider,
        boolean care1177,
        @Nullable Long target,
        @Nullable Integer workingDays,
        List<LocalDate> silentDays,
        Map<Channel, ChannelMonth> channels,
        List<Signal> signals) {}
