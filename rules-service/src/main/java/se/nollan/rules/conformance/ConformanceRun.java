package se.nollan.rules.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.conformance.ConformanceReport.Difference;
import se.nollan.rules.conformance.ConformanceReport.Result;
import se.nollan.rules.conformance.ConformanceReport.Summary;
import se.nollan.rules.conformance.ConformanceReport.Verdict;
import se.nollan.rules.measure.RuleText;

/** Holds answers against the vectors. */
final class ConformanceRun {

    private ConformanceRun() {}

    static ConformanceReport of(
            String system, List<Vector> vectors, String vectorsHash, Map<String, VectorAnswer> answers) {
        List<Result> results = vectors.stream()
                .map(vector -> result(vector, answers.get(vector.id())))
                .toList();
        return new ConformanceReport(system, vectorsHash, summary(results), results);
    }

    private static Result result(Vector vector, @Nullable VectorAnswer answer) {
        List<Difference> differences = new ArrayList<>();
        Verdict verdict = Verdict.MISSING;
        if (answer != null) {
            if (answer.dispositions() != null) {
                contacts(vector, answer.dispositions(), differences);
            }
            if (answer.tallies() != null) {
                figures(vector, answer.tallies(), differences);
            }
            boolean contactByContact = answer.dispositions() != null;
            verdict =
                    !differences.isEmpty() ? Verdict.FAILED : contactByContact ? Verdict.PASSED : Verdict.FIGURES_ONLY;
        }
        return new Result(vector.id(), vector.set(), vector.rule(), vector.why(), verdict, differences);
    }

    private static void contacts(Vector vector, Map<String, String> answered, List<Difference> differences) {
        for (String contact : union(vector.dispositions(), answered)) {
            String expected = vector.dispositions().get(contact);
            String got = answered.get(contact);
            if (expected == null || !expected.equals(got)) {
                RuleText rule = vector.rules().get(contact);
                differences.add(new Difference(contact, null, expected, got, rule, text(contact, expected, got, rule)));
            }
        }
    }

    private static Text text(String contact, @Nullable String expected, @Nullable String got, @Nullable RuleText rule) {
        if (expected == null) {
            return new Text(
                    "Någon kontakt " + contact + " finns inte i vektorn.",
                    "The vector has no contact " + contact + ".");
        }
        String because = rule == null ? "" : " " + rule.id() + ": ";
        return new Text(
                "Kontakten " + contact + " ska vara " + expected
                        + (got == null ? ", men svar saknas." : ", inte " + got + ".")
                        + (rule == null ? "" : because + rule.sv()),
                "Contact " + contact + " must be " + expected
                        + (got == null ? ", and there is no answer." : ", not " + got + ".")
                        + (rule == null ? "" : because + rule.en()));
    }

    private static void figures(Vector vector, Map<String, String> answered, List<Difference> differences) {
        for (String figure : union(vector.tallies(), answered)) {
            String expected = vector.tallies().get(figure);
            String got = answered.get(figure);
            if (expected == null || !expected.equals(got)) {
                differences.add(new Difference(null, figure, expected, got, null, text(figure, expected, got)));
            }
        }
    }

    private static Text text(String figure, @Nullable String expected, @Nullable String got) {
        String swedish = expected == null ? "ingenting räknas" : expected + " (träffar/räknade) gäller";
        String english = expected == null ? "nothing is counted" : expected + " (hits/counted) is right";
        return new Text(
                "För " + figure + ": " + swedish + (got == null ? ", men svar saknas." : ", inte " + got + "."),
                "For " + figure + ": " + english + (got == null ? ", and there is no answer." : ", not " + got + "."));
    }

    private static SortedSet<String> union(Map<String, String> expected, Map<String, String> answered) {
        SortedSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(answered.keySet());
        return keys;
    }

    private static Summary summary(List<Result> results) {
        long passed = count(results, Verdict.PASSED);
        long figuresOnly = count(results, Verdict.FIGURES_ONLY);
        long failed = count(results, Verdict.FAILED);
        long missing = count(results, Verdict.MISSING);
        boolean conforms = failed == 0 && missing == 0;
        int all = results.size();
        return new Summary(
                conforms,
                all,
                passed,
                figuresOnly,
                failed,
                missing,
                new Text(
                        (conforms ? "Svaren följer PM:et. " : "Svaren följer inte PM:et. ") + passed + " av " + all
                                + " vektorer rätt kontakt för kontakt, " + figuresOnly + " rätt i siffrorna, " + failed
                                + " fel, " + missing + " utan svar.",
                        (conforms ? "The answers follow the PM. " : "The answers do not follow the PM. ") + passed
                                + " of " + all + " vectors right contact by contact, " + figuresOnly
                                + " right in the figures, " + failed + " wrong, " + missing + " without an answer."));
    }

    private static long count(List<Result> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }
}
