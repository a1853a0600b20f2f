package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import se.nollan.rules.evaluation.ResultJson;
import se.nollan.rules.measure.PublicHolidays;

/** {@code POST /rules/v1/evaluations}, without the way there. */
public final class Asking {

    private Asking() {}

    public static EvaluationResource.Answer evaluation(byte[] question) {
        PublicHolidays calendar = PublicHolidays.sweden();
        return new EvaluationResource(calendar, new ResultJson(new ObjectMapper(), calendar)).evaluate(question);
    }
}
