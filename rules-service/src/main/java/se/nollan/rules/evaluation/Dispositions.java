package se.nollan.rules.evaluation;

import java.util.List;
import se.nollan.rules.measure.Disposition;

/** The words of the measurement rules for the four dispositions. */
public final class Dispositions {

    public static final List<String> WORDS = List.of("HIT", "MISS", "EXCLUDED", "MERGED");

    private Dispositions() {}

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
