package se.nollan.rules.evaluation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.nollan.rules.measure.PublicHolidays;

/** What this installation evaluates by. */
class Rules {

    @Produces
    @Singleton
    PublicHolidays calendar() {
        return PublicHolidays.sweden();
    }

    @Produces
    @Singleton
    Editions editions(@ConfigProperty(name = "nollan.editions") Optional<String> setting) {
        return Editions.parse(setting.orElse(""));
    }

    @Produces
    @Singleton
    Evaluator evaluator(PublicHolidays calendar, Editions editions) {
        return new Evaluator(calendar, editions);
    }
}
