package se.nollan.ingest.profile;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in cells. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

    private Numbers() {}

    /**
     * The number that a cell says; null: none.
     *
     * @param decimal the sign before decimals, {@code .} or {@code ,}; the other one is no part of a number
     */
    static @Nullable BigDecimal read(String cell, String decimal) {
        if (decimal.equals(",") && cell.indexOf('.') >= 0) {
            return null;
        }
        var text = cell.replace(decimal, ".");
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
