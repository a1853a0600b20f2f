package se.nollan.rules.measure;

import java.util.List;

/** The words of the measurement rules for the four dispositions. */
public final class Dispositions {

    public static final List<String> WORDS = List.of("HIT", "MISS", "EXCLUDED", "MERGED");

    private Dispositions() {}

    /** With the rule of an exclusion or the contact merged into: {@code EXCLUDED P-X1}, {@code MERGED <contact id>}. */
    public static String text(Disposition disposition) {
        if (disposition instanceof Disposition.Merged merged) {
            return "MERGED " + merged.into().id();
        }
        return disposition instanceof Disposition.Excluded
                ? "EXCLUDED " + disposition.rule().id()
                : word(disposition);
    }

    /** For instance {@code MERGED}. */
    public static String word(Disposition disposition) {
        if (disposition instanceof Disposition.Hit) {
            return "HIT";
        }
        if (disposition instanceof Disposition.Miss) {
            return "MISS";
        }
        return disposition instanceof Disposition.Excluded ? "EXCLUDED" : "MERGED";
    }
}
