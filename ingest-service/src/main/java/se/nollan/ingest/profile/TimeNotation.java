package se.nollan.ingest.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a system writes times. */
sealed interface TimeNotation permits TimePattern, TimeNotation.Iso, TimeNotation.Epoch, TimeNotation.DayNumber {

    /** The notations that have a name. */
    Map<String, TimeNotation> NAMED = Map.of(
            "iso",
            new Iso(),
            "epoch-s",
            new Epoch(1),
            "epoch-ms",
            new Epoch(1_000),
            "epoch-us",
            new Epoch(1_000_000),
            "day-number",
            new DayNumber());

    /**
     * Reads a time that stands in one cell or in several.
     *
     * @param until the last day that is asked for, for dates without a year
     * @return null: it is not of this notation
     */
    @Nullable ReadTime read(List<String> cells, LocalDate until);

    /** Whether what it reads says its offset. */
    boolean saysOffset();

    /** Whether what it reads has an hour. */
    boolean timed();

    /** RFC 3339 with an offset: {@code 2026-10-05T08:14:03Z}, with or without decimals. */
    record Iso() implements TimeNotation {
        private static final TimePattern WHOLE = new TimePattern("yyyy-MM-ddTHH:mm:ssX");
        private static final TimePattern WITH_DECIMALS = new TimePattern("yyyy-MM-ddTHH:mm:ss.SX");

        @Override
        public @Nullable ReadTime read(List<String> cells, LocalDate until) {
            var time = WHOLE.read(cells, until);
            return time != null ? time : WITH_DECIMALS.read(cells, until);
        }

        @Override
        public boolean saysOffset() {
            return true;
        }

        @Override
        public boolean timed() {
            return true;
        }
    }

    /** A number of units since 1970-01-01 UTC, with or without decimals. */
    record Epoch(long unitsPerSecond) implements TimeNotation {
        private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

        @Override
        public @Nullable ReadTime read(List<String> cells, LocalDate until) {
            var number = cells.size() == 1 ? Numbers.read(cells.get(0), ".") : null;
            if (number == null || number.signum() < 0) {
                return null;
            }
            var seconds = number.divide(BigDecimal.valueOf(unitsPerSecond), 3, RoundingMode.DOWN);
            if (seconds.compareTo(LATEST) > 0) {
                return null;
            }
            var instant = Instant.ofEpochMilli(seconds.movePointRight(3).longValueExact());
            return new ReadTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC, true);
        }

        @Override
        public boolean saysOffset() {
            return true;
        }

        @Override
        public boolean timed() {
            return true;
        }
    }

    /** A spreadsheet's: days since 1899-12-30, the time as a part of a day, in one cell or as the sum of several. To the second. */
    record DayNumber() implements TimeNotation {
        private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
        private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
        private static final BigDecimal LATEST = BigDecimal.valueOf(2_958_465);

        @Override
        public @Nullable ReadTime read(List<String> cells, LocalDate until) {
            var days = BigDecimal.ZERO;
            for (var cell : cells) {
                var number = Numbers.read(cell, ".");
                if (number == null) {
                    return null;
                }
                days = days.add(number);
            }
            if (days.compareTo(BigDecimal.ONE) < 0 || days.compareTo(LATEST) > 0) {
                return null;
            }
            var seconds = days.multiply(SECONDS_OF_DAY)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            return new ReadTime(ZERO.atStartOfDay().plusSeconds(seconds), null, true);
        }

        @Override
        public boolean saysOffset() {
            return false;
        }

        @Override
        public boolean timed() {
            return true;
        }
    }
}
