package se.nollan.ingest.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's notation of a time or a date, such as {@code yyMMdd H:mm:ss}. Letters: {@code y M d H m s S} digits ({@code S}
 * decimals of a second), {@code X} an offset; one letter stands for one digit or more, several for exactly so many; everything
 * else is itself. Hours of 24 and more belong to the next day, as some exchanges count past midnight.
 */
public final class TimePattern {
    private static final String LETTERS = "yMdHmsSX";
    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final int SECOND = 5;
    private static final int FRACTION = 6;
    private static final int OFFSET = 7;
    private static final int MOST_DIGITS = 9;

    // Two digits of a year: 70–99 are of the last century.
    private static final int CENTURY_TURN = 70;

    private record Token(int unit, int width, char literal) {}

    private final List<Token> tokens = new ArrayList<>();
    private final boolean timed;

    /** @throws IllegalArgumentException when the pattern cannot be a time or a date; the message says why */
    public TimePattern(String pattern) {
        for (var i = 0; i < pattern.length(); i++) {
            var letter = pattern.charAt(i);
            var unit = LETTERS.indexOf(letter);
            var width = 1;
            while (unit >= 0 && i + 1 < pattern.length() && pattern.charAt(i + 1) == letter) {
                i++;
                width++;
            }
            if (unit < 0 && Character.isLetter(letter) && letter != 'T') {
                throw new IllegalArgumentException("the letter '" + letter + "' means nothing in a time pattern");
            }
            tokens.add(new Token(unit, width, letter));
        }
        for (var needed : new int[] {YEAR, MONTH, DAY}) {
            if (!has(needed)) {
                throw new IllegalArgumentException("a time pattern has at least y, M and d");
            }
        }
        timed = has(HOUR);
    }

    /** {@code text} in the contact format's notation; null: it does not fit the pattern. */
    @Nullable String canonical(String text) {
        var numbers = new int[FRACTION + 1];
        var fraction = "";
        var offset = "";
        var position = 0;
        for (var token : tokens) {
            if (token.unit() < 0) {
                if (position == text.length() || text.charAt(position) != token.literal()) {
                    return null;
                }
                position++;
            } else if (token.unit() == OFFSET) {
                offset = text.substring(position);
                position = text.length();
            } else {
                var end = endOfDigits(text, position, token.width());
                if (end < 0) {
                    return null;
                }
                if (token.unit() == FRACTION) {
                    fraction = "." + text.substring(position, end);
                } else {
                    numbers[token.unit()] = Integer.parseInt(text, position, end, 10);
                    if (token.unit() == YEAR && token.width() == 2) {
                        numbers[YEAR] += numbers[YEAR] < CENTURY_TURN ? 2000 : 1900;
                    }
                }
                position = end;
            }
        }
        return position == text.length() ? write(numbers, fraction, offset) : null;
    }

    private @Nullable String write(int[] n, String fraction, String offset) {
        var date = date(n[YEAR], n[MONTH], n[DAY]);
        if (date == null || n[MINUTE] > 59 || n[SECOND] > 59) {
            return null;
        }
        var day = date.plusDays(n[HOUR] / 24);
        if (!timed) {
            return day.toString();
        }
        var written = new StringBuilder(32).append(day).append('T');
        two(written, n[HOUR] % 24).append(':');
        two(written, n[MINUTE]).append(':');
        return two(written, n[SECOND]).append(fraction).append(offset).toString();
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || year > 9999) {
            return null;
        }
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static int endOfDigits(String text, int from, int width) {
        var most = width == 1 ? MOST_DIGITS : width;
        var end = from;
        while (end < text.length() && end - from < most && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from < width ? -1 : end;
    }

    private boolean has(int unit) {
        return tokens.stream().anyMatch(token -> token.unit() == unit);
    }
}
