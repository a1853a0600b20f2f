package se.nollan.ingest.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for units.
 *
 * @param id organisation number
 * @param contract the days of the agreement with the region; null for the region's own
 */
public record Provider(
        String id, String name, Form form, @Nullable Period contract, Period period) implements RegisterEntry {

    /** The days on which it answers for its units: those of its contract, where it has one; empty: none. */
    Optional<Period> inForce() {
        return contract == null ? Optional.of(period) : period.intersection(contract);
    }

    /** Whose it is. */
    public enum Form implements Word {
        PUBLIC("public"),
        PRIVATE("private");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
