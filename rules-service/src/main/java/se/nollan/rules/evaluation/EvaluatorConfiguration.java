package se.nollan.rules.evaluation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.ruleset.Editions;

/** Makes the evaluator, which knows no framework, by what this installation evaluates by. */
class EvaluatorConfiguration {

    @Produces
    @Singleton
    Evaluator evaluator(PublicHolidays calendar, Editions editions) {
        return new Evaluator(calendar, editions);
    }
}
