package se.nollan.ingest.submission;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.CsvReader;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.NdjsonReader;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.profile.DelimitedProfileReader;
import se.nollan.ingest.profile.Profile;

/** In which form a body comes: what its headers say of encoding and packing. */
record BodyFormat(boolean ndjson, boolean gzip) {
    private static final Set<String> NDJSON = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final Set<String> DELIMITED = Set.of("text/csv", "text/plain", "text/tab-separated-values");

    /** The form that the headers say; null: one that is not taken. */
    static @Nullable BodyFormat of(@Nullable String contentType, @Nullable String contentEncoding) {
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
        return new BodyFormat(NDJSON.contains(type), packing.endsWith("gzip"));
    }

    /** Who reads such a body; null: the profile is not of this form. */
    @Nullable RowReader reader(@Nullable Profile profile) {
        if (profile != null) {
            return ndjson ? null : new DelimitedProfileReader(profile, Limits.DEFAULT);
        }
        return ndjson ? new NdjsonReader(Limits.DEFAULT) : new CsvReader(Limits.DEFAULT);
    }
}
