package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import se.nollan.rules.evaluation.ResultJson;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.memory.AnswerMemory;
import se.nollan.rules.ruleset.RuleSetJson;

/** {@code POST /rules/v1/evaluations}, without the way there. */
public final class Asking {

    private static final AnswerMemory MEMORY = new AnswerMemory(new SimpleMeterRegistry());
    private static final EvaluationBodies BODIES = new EvaluationBodies("", new MemorySize(BigInteger.TWO));

    private Asking() {}

    public static EvaluationResource.Answer evaluation(byte[] question) {
        return evaluation(question, PublicHolidays.sweden());
    }

    /** By another calendar. */
    public static EvaluationResource.Answer evaluation(byte[] question, PublicHolidays calendar) {
        return asking(calendar).judged(question);
    }

    private static EvaluationResource asking(PublicHolidays calendar) {
        ObjectMapper json = new ObjectMapper();
        RuleSetJson rules = new RuleSetJson(json, calendar);
        return new EvaluationResource(calendar, new ResultJson(json, calendar, rules), rules, MEMORY, BODIES);
    }
}
