package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.json.Fields;

/** Reads somebody's answers: {@code {"system": …, "answers": {vector: {"dispositions": …, "tallies": …}}}}. */
final class VectorAnswers {

    private static final int LONGEST_NAME = 200;
    private static final Set<String> TALLY = Set.of("unit", "date", "channel", "hits", "counted");

    private final String system;
    private final Map<String, VectorAnswer> answers = new LinkedHashMap<>();

    /** Reads; what is wrong is told to the fields' listener. */
    VectorAnswers(Fields fields, List<Vector> vectors) {
        fields.only(Set.of("system", "answers"));
        system = fields.requiredText("system", LONGEST_NAME);
        fields.required("answers");
        Fields all = fields.object("answers");
        if (all == null) {
            return;
        }
        Set<String> known = new HashSet<>();
        for (Vector vector : vectors) {
            known.add(vector.id());
            Fields answer = all.object(vector.id());
            if (answer != null) {
                answers.put(vector.id(), answer(answer));
            }
        }
        if (!known.containsAll(all.names())) {
            fields.fault(
                    "answers",
                    "There is an answer to a vector that there is not. GET conformance-vectors has them all.");
        }
    }

    String system() {
        return system;
    }

    Map<String, VectorAnswer> answers() {
        return answers;
    }

    private static VectorAnswer answer(Fields fields) {
        fields.only(Set.of("dispositions", "tallies"));
        if (fields.value("dispositions") == null && fields.value("tallies") == null) {
            fields.fault("dispositions", "An answer has dispositions, or tallies, or both.");
        }
        return new VectorAnswer(dispositions(fields.object("dispositions")), tallies(fields));
    }

    private static @Nullable Map<String, String> dispositions(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        Map<String, String> dispositions = new LinkedHashMap<>();
        for (String contact : fields.names()) {
            dispositions.put(contact, fields.requiredText(contact, LONGEST_NAME).trim());
        }
        return dispositions;
    }

    /** What nothing is counted of may be left out or said with a zero. */
    private static @Nullable Map<String, String> tallies(Fields fields) {
        if (fields.value("tallies") == null) {
            return null;
        }
        Map<String, String> tallies = new LinkedHashMap<>();
        for (Fields tally : fields.objects("tallies")) {
            tally.only(TALLY);
            String figure = String.join(
                    " ",
                    tally.requiredText("unit", LONGEST_NAME),
                    tally.requiredText("date", LONGEST_NAME),
                    tally.requiredText("channel", LONGEST_NAME));
            String hits = count(tally, "hits");
            String counted = count(tally, "counted");
            if (!counted.equals("0")) {
                tallies.put(figure, hits + "/" + counted);
            }
        }
        return tallies;
    }

    private static String count(Fields tally, String name) {
        JsonNode value = tally.required(name) ? tally.value(name) : null;
        if (value == null || !value.isIntegralNumber() || value.longValue() < 0) {
            tally.fault(name, "This must be a whole number from 0.");
            return "0";
        }
        return value.asText();
    }
}
