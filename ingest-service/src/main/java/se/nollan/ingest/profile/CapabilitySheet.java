package se.nollan.ingest.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a profile knows of its vendor, for whoever reads a figure that was made with it.
 *
 * @param title the system and its export
 * @param rests on what the layout rests: {@code published}, {@code partly assumed} or {@code assumed}
 * @param sources addresses of what was published
 * @param assumed what is assumed
 * @param lacks what the log does not say
 * @param bias how its own figures differ from the national rules'
 * @param history how far back the system can export; null: not known
 */
public record CapabilitySheet(
        String title,
        String rests,
        List<String> sources,
        List<String> assumed,
        List<String> lacks,
        List<String> bias,
        @Nullable String history) {

    private static final List<String> RESTS = List.of("published", "partly assumed", "assumed");

    /** The sheet as a profile's file writes it. */
    static CapabilitySheet of(ProfileNode about, String name) {
        about.allow("title", "rests", "sources", "assumed", "lacks", "bias", "history");
        var rests = about.get("rests").text("assumed");
        if (!RESTS.contains(rests)) {
            about.get("rests").problem("one of " + String.join(", ", RESTS));
        }
        return new CapabilitySheet(
                about.get("title").text(name),
                rests,
                about.get("sources").texts(),
                about.get("assumed").texts(),
                about.get("lacks").texts(),
                about.get("bias").texts(),
                about.has("history") ? about.get("history").text("") : null);
    }
}
