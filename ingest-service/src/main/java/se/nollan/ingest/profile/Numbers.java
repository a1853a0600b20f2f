package se.nollan.ingest.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers in cells. */
final class Numbers {
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /**
     * The number that a cell says; null: none.
     *
     * @param decimal the sign before decimals, {@code .} or {@code ,}; the other one is no part of a number
     */
    static @Nullable BigDecimal read(String cell, String decimal) {
        var point = decimal.charAt(0);
        var signed = !cell.isEmpty() && (cell.charAt(0) == '+' || cell.charAt(0) == '-');
        var whole = endOfDigits(cell, signed ? 1 : 0);
        var length = whole - (signed ? 1 : 0);
        if (length < 1 || length > MOST_DIGITS) {
            return null;
        }
        if (whole == cell.length()) {
            return new BigDecimal(cell);
        }
        var end = endOfDigits(cell, whole + 1);
        var decimals = end - whole - 1;
        if (cell.charAt(whole) != point || end != cell.length() || decimals < 1 || decimals > MOST_DIGITS) {
            return null;
        }
        return new BigDecimal(point == '.' ? cell : cell.replace(point, '.'));
    }

    private static int endOfDigits(String cell, int from) {
        var end = from;
        while (end < cell.length() && cell.charAt(end) >= '0' && cell.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Whether a cell is a whole number without a sign that {@code long} holds. */
    static boolean isWhole(String cell) {
        if (cell.isEmpty() || cell.length() > MOST_DIGITS) {
            return false;
        }
        for (var i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
