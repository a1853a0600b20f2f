package se.nollan.rules.slice;

import java.time.LocalDate;

/**
 * Reads the one form of a time that messages have, {@code 2026-10-05T06:14:03Z} or with milliseconds. By hand, because a
 * contact has several and {@link java.time.Instant#parse} takes longer than everything else that is done with one.
 */
final class Rfc3339 {

    private static final int SECONDS_LENGTH = 20;
    private static final int MILLIS_LENGTH = 24;

    private Rfc3339() {}

    /**
     * Milliseconds since 1970-01-01T00:00Z.
     *
     * @throws NumberFormatException if it is not such a time
     */
    static long millis(char[] text, int at, int length) {
        if (length != SECONDS_LENGTH && length != MILLIS_LENGTH
                || text[at + 4] != '-'
                || text[at + 7] != '-'
                || text[at + 10] != 'T'
                || text[at + 13] != ':'
                || text[at + 16] != ':'
                || text[at + length - 1] != 'Z') {
            throw new NumberFormatException("not a time in UTC");
        }
        int year = number(text, at, 4);
        int month = number(text, at + 5, 2);
        int day = number(text, at + 8, 2);
        int hour = number(text, at + 11, 2);
        int minute = number(text, at + 14, 2);
        int second = number(text, at + 17, 2);
        int millis = 0;
        if (length == MILLIS_LENGTH) {
            if (text[at + 19] != '.') {
                throw new NumberFormatException("not a time in UTC");
            }
            millis = number(text, at + 20, 3);
        }
        if (month < 1
                || month > 12
                || day < 1
                || day > daysOf(year, month)
                || hour > 23
                || minute > 59
                || second > 59) {
            throw new NumberFormatException("no such time");
        }
        long seconds = daysSince1970(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
        return seconds * 1_000L + millis;
    }

    private static int number(char[] text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("not a digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> LocalDate.EPOCH.getChronology().isLeapYear(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Years are taken to begin in March, so that the leap day is their last (Howard Hinnant's days_from_civil). */
    private static long daysSince1970(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }
}
