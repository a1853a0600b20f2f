package se.nollan.ingest.pseudonym;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Swedish personal identity numbers and coordination numbers, in whatever notation they are sent. */
public final class PersonalNumbers {
    private static final Pattern NUMBER = Pattern.compile("(\\d{2})?(\\d{2})(\\d{2})(\\d{2})(\\+?)(\\d{4})");
    private static final int FEWEST = 10;
    // Twelve digits and a plus sign.
    private static final int MOST = 13;
    // A coordination number adds 60 to the day of birth.
    private static final int COORDINATION = 60;
    private static final int SEPARATOR = 5;

    private PersonalNumbers() {}

    /**
     * The number in twelve digits, without a sign. Two digits of a year are the latest year that is not after {@code today}; a
     * plus sign says that the person has turned a hundred.
     *
     * @return null when the text is no personal identity number
     */
    public static @Nullable String twelveDigits(String text, LocalDate today) {
        var bare = withSign(text);
        if (bare.length() < FEWEST || bare.length() > MOST) {
            return null;
        }
        var parts = NUMBER.matcher(bare);
        if (!parts.matches()) {
            return null;
        }
        var born = born(parts, today);
        return born == null ? null : century(born) + parts.group(2) + parts.group(3) + parts.group(4) + parts.group(6);
    }

    /**
     * Whether digits that should be none, as a part of a vendor's id, are the personal identity number of somebody born before the day.
     * Ten digits without a sign are taken for one only if their check digit is right, since many vendors number their calls so.
     *
     * @param signed whether a hyphen or a plus stands before the last four
     */
    static boolean isOne(String digits, boolean signed, LocalDate day) {
        if (digits.length() != 10 && digits.length() != 12) {
            return false;
        }
        var parts = NUMBER.matcher(digits);
        if (!parts.matches()) {
            return false;
        }
        var born = born(parts, day);
        return born != null && born.isBefore(day) && (signed || parts.group(1) != null || checkDigitHolds(parts));
    }

    /** Digits, and between them the plus sign of somebody who has turned a hundred; whatever else stands there is notation. */
    private static String withSign(String text) {
        var bare = Notation.bare(text);
        return bare.startsWith("+") ? "" : bare;
    }

    private static @Nullable LocalDate born(Matcher parts, LocalDate today) {
        var month = Integer.parseInt(parts.group(3));
        var day = Integer.parseInt(parts.group(4)) % COORDINATION;
        if (month < 1 || month > 12 || day < 1 || Integer.parseInt(parts.group(4)) > COORDINATION + 31) {
            return null;
        }
        var twoDigits = Integer.parseInt(parts.group(2));
        if (parts.group(1) != null) {
            var year = Integer.parseInt(parts.group(1)) * 100 + twoDigits;
            var born = date(year, month, day);
            return year < 1800 || born == null || born.isAfter(today) ? null : born;
        }
        var year = today.getYear() / 100 * 100 + twoDigits;
        var born = date(year, month, day);
        if (born == null || born.isAfter(today)) {
            year -= 100;
            born = date(year, month, day);
        }
        return parts.group(SEPARATOR).equals("+") ? date(year - 100, month, day) : born;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    private static String century(LocalDate born) {
        return String.valueOf(born.getYear() / 100);
    }

    // Luhn's sum over the last ten digits.
    private static boolean checkDigitHolds(Matcher parts) {
        var digits = parts.group(2) + parts.group(3) + parts.group(4) + parts.group(6);
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
