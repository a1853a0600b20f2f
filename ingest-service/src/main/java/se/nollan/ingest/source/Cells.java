package se.nollan.ingest.source;

import org.jspecify.annotations.Nullable;

/** What a cell says when nobody has said more of it. */
final class Cells {
    private Cells() {}

    /** The text without blanks around it; null: nothing is left. */
    static @Nullable String text(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        var text = raw.strip();
        return text.isEmpty() ? null : text;
    }
}
