package se.nollan.rules.explanation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.results.StandingResult;
import se.nollan.rules.slice.StandingSlice;

/**
 * What a unit's month says, beside the question that gives it again.
 *
 * @param from the first day that it is about, and {@code to} the last
 * @param pending on how many of the days something has come that no result knows yet
 * @param registerHash SHA-256 over the whole register version that the excerpt is of
 * @param figures phone, chat and total, each with its formula
 * @param dispositions by contact of the question: {@code HIT}, {@code MISS}, {@code EXCLUDED P-X1}, {@code MERGED <contact>}
 * @param rules by contact of the question: the rule that decided it
 * @param names who the contacts of the question are, where two sources use the same ids and they had to be numbered; else empty
 * @param slices every slice that touches these days, with the hash of its content
 * @param slicesHash the same in one: see {@link SliceDigest}
 * @param results the results that stand
 */
record Evidence(
        String unit,
        YearMonth month,
        LocalDate from,
        LocalDate to,
        String reading,
        long pending,
        long registerVersion,
        String registerHash,
        List<Figure> figures,
        Map<String, String> dispositions,
        Map<String, String> rules,
        Map<String, ContactId> names,
        List<Slice> slices,
        String slicesHash,
        List<StandingResult> results) {

    /** A channel's figure. */
    record Figure(String channel, Counts counts, Formula formula) {}

    /** A slice by revision. */
    record Slice(
            String provider, String system, String line, LocalDate date, long revision, String hash, int contacts) {

        static Slice of(StandingSlice slice) {
            return new Slice(
                    slice.key().provider(),
                    slice.key().system(),
                    slice.key().line(),
                    slice.key().day(),
                    slice.revision(),
                    slice.hash(),
                    slice.count());
        }
    }
}
