package se.nollan.ingest.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A duration that is added to a time, as a wait to the time when a call came in.
 *
 * @param decimal the sign before decimals
 */
record AddedTime(Value value, Unit unit, String decimal) {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4}):(\\d{2})(?:[.,](\\d{1,3}))?");
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(400L * 86_400);

    /** What the number counts; {@code CLOCK} is {@code h:mm:ss} or {@code m:ss}. */
    enum Unit {
        MS(1),
        S(1_000),
        MIN(60_000),
        CLOCK(0);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }
    }

    /** What the cell says; null: there is no such time. */
    @Nullable String text(RowGroup group, @Nullable String[] row) {
        return value.in(group, row);
    }

    /** The duration; null: the text is none. */
    @Nullable Duration read(String text) {
        if (unit == Unit.CLOCK) {
            var clock = CLOCK.matcher(text);
            return clock.matches()
                    ? Duration.ofSeconds(part(clock.group(1)) * 3600 + part(clock.group(2)) * 60 + part(clock.group(3)))
                    : null;
        }
        var number = Numbers.read(text, decimal);
        if (number == null) {
            return null;
        }
        var millis = number.multiply(BigDecimal.valueOf(unit.millis)).setScale(0, RoundingMode.HALF_UP);
        return millis.abs().compareTo(LONGEST_SECONDS.movePointRight(3)) > 0
                ? null
                : Duration.ofMillis(millis.longValueExact());
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
