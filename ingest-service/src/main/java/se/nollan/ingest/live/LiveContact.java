package se.nollan.ingest.live;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact of which a system tells bit by bit.
 *
 * @param said what was said so far, by the labels of the contact format's fields; caller and problem as pseudonyms
 * @param revision grows with each change; 0: it is not kept yet
 * @param placed where it is counted and what stands of it; null: too little is known as yet
 */
record LiveContact(
        String id,
        Map<String, String> said,
        long revision,
        @Nullable Placed placed) {

    /**
     * Where a contact belongs.
     *
     * @param content its canonical JSON
     */
    record Placed(
            String line,
            LocalDate day,
            String unit,
            String region,
            @Nullable String firstLine,
            @Nullable String firstUnit,
            boolean warned,
            String content) {}
}
