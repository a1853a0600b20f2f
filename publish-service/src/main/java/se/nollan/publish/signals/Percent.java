package se.nollan.publish.signals;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of a whole in percent, with one decimal, for sentences. */
record Percent(BigDecimal percent) {

    private static final int PLACES = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Percent of(long part, long whole) {
        return new Percent(BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP));
    }

    Percent minus(Percent other) {
        return new Percent(percent.subtract(other.percent));
    }

    Percent size() {
        return new Percent(percent.abs());
    }

    boolean over(long percent) {
        return this.percent.compareTo(BigDecimal.valueOf(percent)) > 0;
    }

    boolean under(Percent other) {
        return percent.compareTo(other.percent) < 0;
    }

    String swedish() {
        return percent.toPlainString().replace('.', ',');
    }

    String english() {
        return percent.toPlainString();
    }
}
