package se.nollan.ingest.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's notation of a time or a date, such as {@code yyMMdd H:mm:ss}. Letters: {@code y M d H h m s} digits, {@code S}
 * decimals of a second, {@code a} am or pm (fm, em), {@code X} an offset, {@code z} a zone's letters (CET, CEST, UTC, GMT), {@code E} a day of the
 * week, {@code MMM} a month's name or its beginning. One letter stands for one digit or more, several for exactly so many; everything else is
 * itself. 24:00 is the midnight that ends the day. By hand, since a log has several in every row and
 * {@code DateTimeFormatter} is ten times slower and knows no hour 24.
 */
final class TimePattern implements TimeNotation {
    private static final String LETTERS = "yMdHhmsSaXzE";
    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int HOUR = 3;
    private static final int HOUR_OF_HALF = 4;
    private static final int MINUTE = 5;
    private static final int SECOND = 6;
    private static final int FRACTION = 7;
    private static final int HALF = 8;
    private static final int OFFSET = 9;
    private static final int ZONE = 10;
    private static final int WEEKDAY = 11;
    private static final int MOST_DIGITS = 9;
    private static final int MOST_HOURS = 47;
    private static final int NO_YEAR = -1;

    // Two digits of a year: 70–99 are of the last century.
    private static final int CENTURY_TURN = 70;

    private record Token(int unit, int width, char literal) {}

    private final List<Token> tokens = new ArrayList<>();
    private final boolean lateHours;
    private int units;

    TimePattern(String pattern) {
        this(pattern, false);
    }

    /**
     * @param lateHours whether hours from 24 on belong to the next day, as some exchanges count past midnight
     * @throws IllegalArgumentException when the pattern cannot be a time or a date; the message says why
     */
    TimePattern(String pattern, boolean lateHours) {
        this.lateHours = lateHours;
        for (var i = 0; i < pattern.length(); i++) {
            var letter = pattern.charAt(i);
            var unit = LETTERS.indexOf(letter);
            var width = 1;
            while (unit >= 0 && i + 1 < pattern.length() && pattern.charAt(i + 1) == letter) {
                i++;
                width++;
            }
            if (unit < 0 && Character.isLetter(letter) && letter != 'T') {
                throw new IllegalArgumentException("the letter '" + letter
                        + "' means nothing in a time pattern; letters are y M d H h m s S a X z E, and epoch-s, epoch-ms, epoch-us and"
                        + " day-number are notations of their own");
            }
            tokens.add(new Token(unit, width, letter));
            units |= unit < 0 ? 0 : 1 << unit;
        }
        if (!has(MONTH) || !has(DAY)) {
            throw new IllegalArgumentException("a time pattern has at least M and d");
        }
        if (has(HOUR_OF_HALF) != has(HALF)) {
            throw new IllegalArgumentException("h (1 to 12) goes with a (am or pm); the hour of a day is H");
        }
    }

    @Override
    public boolean saysOffset() {
        return has(OFFSET) || has(ZONE);
    }

    @Override
    public boolean timed() {
        return has(HOUR) || has(HOUR_OF_HALF);
    }

    @Override
    public @Nullable ReadTime read(List<String> cells, LocalDate until) {
        var text = cells.size() == 1 ? cells.get(0) : String.join(" ", cells);
        var numbers = new int[LETTERS.length()];
        numbers[YEAR] = NO_YEAR;
        ZoneOffset offset = null;
        var position = 0;
        for (var token : tokens) {
            if (position > text.length()) {
                return null;
            }
            if (token.unit() < 0) {
                if (position == text.length() || text.charAt(position) != token.literal()) {
                    return null;
                }
                position++;
                continue;
            }
            var letters = token.unit() == HALF
                    || token.unit() == ZONE
                    || token.unit() == WEEKDAY
                    || token.unit() == MONTH && token.width() > 2;
            if (token.unit() == OFFSET) {
                var end = endOf(text, position, "+-:Z0123456789");
                offset = TimeWords.offset(text.substring(position, end));
                if (offset == null) {
                    return null;
                }
                position = end;
            } else if (letters) {
                var end = endOfLetters(text, position);
                var word =
                        text.substring(position, end).toLowerCase(Locale.ROOT).replace(".", "");
                if (token.unit() == ZONE) {
                    offset = TimeWords.zone(word);
                    if (offset == null) {
                        return null;
                    }
                } else if (token.unit() != WEEKDAY) {
                    numbers[token.unit()] = token.unit() == HALF ? TimeWords.half(word) : TimeWords.month(word);
                    if (numbers[token.unit()] < 0) {
                        return null;
                    }
                } else if (word.isEmpty()) {
                    return null;
                }
                position = end;
            } else {
                var end = endOfDigits(text, position, token.width());
                if (end < 0) {
                    return null;
                }
                numbers[token.unit()] = token.unit() == FRACTION
                        ? nanos(text, position, end)
                        : Integer.parseInt(text, position, end, 10);
                if (token.unit() == YEAR && token.width() == 2) {
                    numbers[YEAR] += numbers[YEAR] < CENTURY_TURN ? 2000 : 1900;
                }
                position = end;
            }
        }
        return position == text.length() ? time(numbers, offset, until) : null;
    }

    private @Nullable ReadTime time(int[] n, @Nullable ZoneOffset offset, LocalDate until) {
        var hour = n[HOUR];
        if (has(HOUR_OF_HALF)) {
            if (n[HOUR_OF_HALF] < 1 || n[HOUR_OF_HALF] > 12) {
                return null;
            }
            hour = n[HOUR_OF_HALF] % 12 + 12 * n[HALF];
        }
        var date = date(n[YEAR], n[MONTH], n[DAY], until);
        if (date == null || n[MINUTE] > 59 || n[SECOND] > 59) {
            return null;
        }
        if (hour > MOST_HOURS || hour > 23 && !lateHours && (hour > 24 || n[MINUTE] + n[SECOND] + n[FRACTION] > 0)) {
            return null;
        }
        var day = date.plusDays(hour / 24);
        var local = LocalDateTime.of(day, java.time.LocalTime.of(hour % 24, n[MINUTE], n[SECOND], n[FRACTION]));
        return new ReadTime(local, offset, timed());
    }

    private static @Nullable LocalDate date(int year, int month, int day, LocalDate until) {
        if (month < 1 || month > 12 || day < 1 || day > 31 || year > 9999) {
            return null;
        }
        if (year != NO_YEAR) {
            return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
        }
        for (var guess = until.getYear(); guess > until.getYear() - 5; guess--) {
            if (day <= YearMonth.of(guess, month).lengthOfMonth()) {
                var date = LocalDate.of(guess, month, day);
                if (!date.isAfter(until)) {
                    return date;
                }
            }
        }
        return null;
    }

    private static int nanos(String text, int from, int to) {
        var nanos = 0;
        for (var i = from; i < from + 9; i++) {
            nanos = nanos * 10 + (i < to ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    private static int endOfDigits(String text, int from, int width) {
        var most = width == 1 ? MOST_DIGITS : width;
        var end = from;
        while (end < text.length() && end - from < most && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from < width ? -1 : end;
    }

    private static int endOf(String text, int from, String characters) {
        var end = from;
        while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int endOfLetters(String text, int from) {
        var end = from;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private boolean has(int unit) {
        return (units & 1 << unit) != 0;
    }
}
