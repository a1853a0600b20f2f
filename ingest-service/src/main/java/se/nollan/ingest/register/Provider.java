package se.nollan.ingest.register;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for units.
 *
 * @param id organisation number
 * @param contract the days of the agreement with the region; null for the region's own
 */
public record Provider(
        String id, String name, Form form, @Nullable Period contract, Period period) implements RegisterEntry {

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
