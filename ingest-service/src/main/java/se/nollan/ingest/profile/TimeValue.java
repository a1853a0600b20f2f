package se.nollan.ingest.profile;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.TimeText;

/**
 * A time or date in the vendor's notation; empty when one of its cells is.
 *
 * @param notations tried in their order
 * @param from its cells
 * @param never what stands for no time: a cell's text, or that of all cells with spaces between
 * @param zone of times that say no offset
 * @param plus a duration that is added; null: none
 * @param after a time that this one cannot lie before. Null: none
 * @param pastMidnight whether one that lies half a day or more before {@code after} is a clock of the next day
 * @param slack seconds that it may lie before {@code after} all the same, as clocks are rounded; it is then taken for that
 */
record TimeValue(
        List<TimeNotation> notations,
        List<Value> from,
        Set<String> never,
        ZoneId zone,
        @Nullable AddedTime plus,
        @Nullable TimeValue after,
        boolean pastMidnight,
        int slack)
        implements Value {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    @Override
    public @Nullable String in(RowGroup group, @Nullable String[] row) {
        return written(group, row, this::write);
    }

    /** The Swedish day of the time; the cell's own text when it is none. */
    @Nullable String day(RowGroup group, @Nullable String[] row) {
        return written(group, row, time -> {
            var instant = instant(time);
            return instant == null
                    ? null
                    : TimeText.day(instant.toInstant(ZoneOffset.UTC)).toString();
        });
    }

    /** @param writer of a time; null: it cannot be written */
    private @Nullable String written(
            RowGroup group, @Nullable String[] row, Function<ReadTime, @Nullable String> writer) {
        var cells = cells(group, row);
        if (cells == null) {
            return null;
        }
        // What is no time is left as it stands for the row check to refuse.
        var asItStands = String.join(" ", cells);
        var time = read(cells, group);
        if (time == null) {
            return asItStands;
        }
        if (!time.timed()) {
            return time.local().toLocalDate().toString();
        }
        if (after != null) {
            time = notBefore(time, after, after.at(group, row));
        }
        if (plus != null) {
            var added = plus.text(group, row);
            if (added == null) {
                return null;
            }
            var duration = plus.read(added);
            var instant = instant(time);
            if (duration == null || instant == null) {
                return asItStands + " + " + added;
            }
            time = new ReadTime(instant.plus(duration), ZoneOffset.UTC, true);
        }
        var written = writer.apply(time);
        return written == null ? asItStands : written;
    }

    private @Nullable List<String> cells(RowGroup group, @Nullable String[] row) {
        var cells = new ArrayList<String>(from.size());
        for (var one : from) {
            var cell = one.in(group, row);
            if (cell == null || never.contains(cell)) {
                return null;
            }
            cells.add(cell);
        }
        return never.isEmpty() || !never.contains(String.join(" ", cells)) ? cells : null;
    }

    private @Nullable ReadTime at(RowGroup group, @Nullable String[] row) {
        var cells = cells(group, row);
        return cells == null ? null : read(cells, group);
    }

    private @Nullable ReadTime read(List<String> cells, RowGroup group) {
        for (var notation : notations) {
            var time = notation.read(cells, group.until());
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private ReadTime notBefore(ReadTime time, TimeValue of, @Nullable ReadTime earliest) {
        var instant = instant(time);
        var bound = earliest == null ? null : of.instant(earliest);
        if (instant == null || bound == null || !instant.isBefore(bound)) {
            return time;
        }
        var before = Duration.between(instant, bound);
        if (pastMidnight && before.compareTo(HALF_A_DAY) > 0) {
            return new ReadTime(time.local().plusDays(1), time.offset(), true);
        }
        return before.toSeconds() <= slack ? new ReadTime(bound, ZoneOffset.UTC, true) : time;
    }

    /** In UTC; null: a local time that does not exist. */
    private @Nullable LocalDateTime instant(ReadTime time) {
        var offset = time.offset();
        if (offset == null) {
            var valid = zone.getRules().getValidOffsets(time.local());
            if (valid.isEmpty()) {
                return null;
            }
            offset = valid.get(0);
        }
        return time.local().minusSeconds(offset.getTotalSeconds());
    }

    /** A local Swedish time stays one: the row check knows what to do with the hours that summer time skips and repeats. */
    private @Nullable String write(ReadTime time) {
        var text = new StringBuilder(29);
        var offset = time.offset();
        if (offset == null && !zone.equals(TimeText.STOCKHOLM)) {
            var valid = zone.getRules().getValidOffsets(time.local());
            if (valid.isEmpty()) {
                return null;
            }
            offset = valid.get(0);
        }
        var local = time.local();
        if (offset != null && offset.getTotalSeconds() % 60 != 0) {
            local = local.minusSeconds(offset.getTotalSeconds());
            offset = ZoneOffset.UTC;
        }
        if (local.getYear() < 0 || local.getYear() > 9999) {
            return null;
        }
        four(text, local.getYear()).append('-');
        two(text, local.getMonthValue()).append('-');
        two(text, local.getDayOfMonth()).append('T');
        two(text, local.getHour()).append(':');
        two(text, local.getMinute()).append(':');
        two(text, local.getSecond());
        var millis = local.getNano() / 1_000_000;
        if (millis > 0) {
            text.append('.').append((char) ('0' + millis / 100));
            two(text, millis % 100);
        }
        return offset == null ? text.toString() : text.append(offset.getId()).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static StringBuilder four(StringBuilder text, int number) {
        two(text, number / 100 % 100);
        return two(text, number % 100);
    }
}
