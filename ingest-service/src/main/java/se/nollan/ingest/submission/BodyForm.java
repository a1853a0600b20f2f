package se.nollan.ingest.submission;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.vendor.CanonicalCsvReader;
import se.nollan.ingest.vendor.Limits;
import se.nollan.ingest.vendor.LogReader;
import se.nollan.ingest.vendor.NdjsonReader;
import se.nollan.ingest.vendor.Profile;
import se.nollan.ingest.vendor.ProfileReader;

/** In which form a body comes: what its headers say of encoding and packing. */
record BodyForm(boolean ndjson, boolean gzip) {
    private static final Set<String> NDJSON = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final Set<String> DELIMITED = Set.of("text/csv", "text/plain", "text/tab-separated-values");

    /** The form that the headers say; null: one that is not taken. */
    static @Nullable BodyForm of(@Nullable String contentType, @Nullable String contentEncoding) {
        var parts = (contentType == null ? "" : contentType)
                .toLowerCase(Locale.ROOT)
                .split(";");
        var type = parts[0].strip();
        var packing =
                contentEncoding == null ? "identity" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        if (!(NDJSON.contains(type) || DELIMITED.contains(type))
                || !Set.of("identity", "gzip", "x-gzip").contains(packing)) {
            return null;
        }
        return new BodyForm(NDJSON.contains(type), packing.endsWith("gzip"));
    }

    /** Who reads such a body; null: the profile is not of this form. */
    @Nullable LogReader reader(@Nullable Profile profile) {
        if (profile != null) {
            return ndjson ? null : new ProfileReader(profile, Limits.DEFAULT);
        }
        return ndjson ? new NdjsonReader(Limits.DEFAULT) : new CanonicalCsvReader(Limits.DEFAULT);
    }
}
