package se.nollan.publish.signals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.results.Waits;

/**
 * Waits as JSON. Mean with one decimal; median and 90th percentile are the fewest whole minutes within which so many of the waits ended.
 *
 * @param target minutes; null where the register gives none
 * @param withinTargetShare of the waits that ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitsBody(
        long calls,
        long ended,
        long reached,
        @Nullable BigDecimal meanMinutes,
        @Nullable Long medianMinutes,
        @Nullable Long percentile90Minutes,
        @Nullable Long target,
        @Nullable Long withinTarget,
        @Nullable BigDecimal withinTargetShare) {

    private static final int MEDIAN = 50;
    private static final int NINETY = 90;
    private static final int PLACES = 4;

    static @Nullable WaitsBody of(Waits waits, @Nullable Long target) {
        if (waits.calls() == 0) {
            return null;
        }
        Long within = target == null ? null : waits.within(target);
        return new WaitsBody(
                waits.calls(),
                waits.ended(),
                waits.reached(),
                waits.meanMinutes(),
                waits.percentileMinutes(MEDIAN),
                waits.percentileMinutes(NINETY),
                target,
                within,
                within == null ? null : share(within, waits.ended()));
    }

    /** four places, half up; null of nothing. */
    static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP);
    }
}
