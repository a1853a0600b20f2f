package se.nollan.rules.ruleset;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.nollan.rules.measure.PublicHolidays;

/** What this installation evaluates by. */
class RuleConfiguration {

    @Produces
    @Singleton
    PublicHolidays calendar(@ConfigProperty(name = "nollan.calendar") Optional<Path> corrections) {
        if (corrections.isEmpty()) {
            return PublicHolidays.sweden();
        }
        try {
            return PublicHolidays.sweden().corrected(Files.readAllLines(corrections.get()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("NOLLAN_CALENDAR cannot be read: " + corrections.get(), unreadable);
        }
    }

    @Produces
    @Singleton
    Editions editions(@ConfigProperty(name = "nollan.editions") Optional<String> setting) {
        return Editions.parse(setting.orElse(""));
    }
}
