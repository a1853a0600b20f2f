package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import se.nollan.rules.evaluation.ResultJson;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.ruleset.RuleSetJson;

/** {@code POST /rules/v1/evaluations}, without the way there. */
public final class Asking {

    private Asking() {}

    public static EvaluationResource.Answer evaluation(byte[] question) {
        PublicHolidays calendar = PublicHolidays.sweden();
        return asking(calendar).evaluate(question);
    }

    private static EvaluationResource asking(PublicHolidays calendar) {
        ObjectMapper json = new ObjectMapper();
        RuleSetJson rules = new RuleSetJson(json, calendar);
        return new EvaluationResource(calendar, new ResultJson(json, calendar, rules), rules);
    }
}
