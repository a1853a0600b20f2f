package se.nollan.ingest.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Reads the two notations of time in the contact format: RFC 3339 with an offset, and local Swedish time. Written by hand because
 * every row has several and {@code DateTimeFormatter} is ten times slower.
 */
public final class TimeText {
    /** Where a day is a day: all days of the system are Stockholm's. */
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final ZoneRules RULES = STOCKHOLM.getRules();
    private static final int LOCAL_LENGTH = "2026-10-05T08:14:03".length();
    private static final long SECONDS_OF_DAY = 86_400L;
    private static final int LONGEST_OFFSET_SECONDS = 18 * 3600;

    /** What a text said. */
    public sealed interface Reading permits Moment, Unreadable {}

    /**
     * An instant, to the millisecond.
     *
     * @param ambiguous whether it was read from a local time in the hour that the end of summer time repeats
     */
    public record Moment(Instant at, boolean ambiguous) implements Reading {}

    /** Not a time, or one that does not exist. */
    public record Unreadable(FindingCode rule) implements Reading {}

    private static final Reading NOT_A_TIME = new Unreadable(FindingCode.NOT_A_TIME);
    private static final Reading SKIPPED = new Unreadable(FindingCode.TIME_SKIPPED);

    private TimeText() {}

    /**
     * Reads {@code text}.
     *
     * @param notBefore decides a repeated local time: the first of the two, but the second if the first lies before this
     */
    public static Reading read(String text, Instant notBefore) {
        var length = text.length();
        if (length < LOCAL_LENGTH
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return NOT_A_TIME;
        }
        var year = digits(text, 0, 4);
        var month = digits(text, 5, 7);
        var day = digits(text, 8, 10);
        var hour = digits(text, 11, 13);
        var minute = digits(text, 14, 16);
        var second = digits(text, 17, 19);
        if (year < 1900 || !isDate(year, month, day) || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return NOT_A_TIME;
        }
        if (second < 0 || second > 59) {
            return NOT_A_TIME;
        }
        var position = LOCAL_LENGTH;
        var millis = 0;
        if (position < length && text.charAt(position) == '.') {
            var end = position + 1;
            while (end < length && isDigit(text.charAt(end))) {
                end++;
            }
            var decimals = end - position - 1;
            if (decimals < 1 || decimals > 3) {
                return NOT_A_TIME;
            }
            millis = digits(text, position + 1, end) * (decimals == 1 ? 100 : decimals == 2 ? 10 : 1);
            position = end;
        }
        var local = LocalDateTime.of(year, month, day, hour, minute, second, millis * 1_000_000);
        return position == length ? swedish(local, notBefore) : withOffset(local, text, position);
    }

    /** The date written as {@code 2026-10-05}; null: not a date. */
    public static @org.jspecify.annotations.Nullable LocalDate date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        var year = digits(text, 0, 4);
        var month = digits(text, 5, 7);
        var day = digits(text, 8, 10);
        return year >= 1900 && isDate(year, month, day) ? LocalDate.of(year, month, day) : null;
    }

    /** The Stockholm day of an instant. */
    public static LocalDate day(Instant instant) {
        // Stockholm is at most two hours ahead: before 22.00 UTC its day is that of UTC, and the time zone need not be
        // asked.
        if (Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY) < 22 * 3600) {
            return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        }
        return LocalDate.ofEpochDay(Math.floorDiv(
                instant.getEpochSecond() + RULES.getOffset(instant).getTotalSeconds(), SECONDS_OF_DAY));
    }

    private static Reading swedish(LocalDateTime local, Instant notBefore) {
        var usual = StockholmDays.offset(local.toLocalDate());
        if (usual != null) {
            return new Moment(local.toInstant(usual), false);
        }
        var offsets = RULES.getValidOffsets(local);
        if (offsets.isEmpty()) {
            return SKIPPED;
        }
        var first = local.toInstant(offsets.get(0));
        if (offsets.size() == 1) {
            return new Moment(first, false);
        }
        return new Moment(first.isBefore(notBefore) ? local.toInstant(offsets.get(1)) : first, true);
    }

    private static Reading withOffset(LocalDateTime local, String text, int position) {
        var sign = text.charAt(position);
        if (sign == 'Z') {
            return text.length() == position + 1 ? new Moment(local.toInstant(ZoneOffset.UTC), false) : NOT_A_TIME;
        }
        if ((sign != '+' && sign != '-') || text.length() != position + 6 || text.charAt(position + 3) != ':') {
            return NOT_A_TIME;
        }
        var hours = digits(text, position + 1, position + 3);
        var minutes = digits(text, position + 4, position + 6);
        var seconds = hours * 3600 + minutes * 60;
        if (hours < 0 || minutes < 0 || minutes > 59 || seconds > LONGEST_OFFSET_SECONDS) {
            return NOT_A_TIME;
        }
        var offset = ZoneOffset.ofTotalSeconds(sign == '+' ? seconds : -seconds);
        return new Moment(local.toInstant(offset), false);
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= java.time.YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // -1 when one of them is no digit, so that every range check refuses it.
    private static int digits(String text, int from, int to) {
        var value = 0;
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
