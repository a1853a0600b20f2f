package se.nollan.publish.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The signals as a result carries them; what is nothing is left out. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalsMessage(
        @Nullable SortedMap<Integer, Long> demand,
        @Nullable SortedMap<Integer, Long> full,
        @Nullable SortedMap<Integer, Long> closed,
        @Nullable Long withheld,
        @Nullable Long withheldDone,
        @Nullable Long withheldDropped,
        @Nullable Long doneWithoutCall,
        @Nullable Long once,
        @Nullable Long twice,
        @Nullable Long more,
        @Nullable Long repeatedHour,
        @Nullable Long skippedHour,
        @Nullable Long unknownLine,
        @Nullable WaitsBody callback,
        @Nullable WaitsBody queue) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitsBody(
            long calls,
            long reached,
            long seconds,
            @Nullable SortedMap<Long, Long> minutes) {

        Waits toWaits() {
            SortedMap<Long, Long> byMinute = minutes == null ? new TreeMap<>() : minutes;
            long ended = byMinute.values().stream().mapToLong(Long::longValue).sum();
            return new Waits(calls, ended, reached, seconds, byMinute);
        }
    }

    /** @throws IllegalArgumentException when an hour is none, or waits do not balance */
    DaySignals toSignals() {
        return new DaySignals(
                map(demand),
                map(full),
                map(closed),
                number(withheld),
                number(withheldDone),
                number(withheldDropped),
                number(doneWithoutCall),
                number(once),
                number(twice),
                number(more),
                number(repeatedHour),
                number(skippedHour),
                number(unknownLine),
                waits(callback),
                waits(queue));
    }

    private static SortedMap<Integer, Long> map(@Nullable SortedMap<Integer, Long> counts) {
        return counts == null ? new TreeMap<>() : counts;
    }

    private static long number(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static Waits waits(@Nullable WaitsBody waits) {
        return waits == null ? Waits.NONE : waits.toWaits();
    }
}
