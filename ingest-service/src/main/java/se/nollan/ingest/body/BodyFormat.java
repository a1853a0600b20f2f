package se.nollan.ingest.body;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.CsvReader;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.NdjsonReader;
import se.nollan.ingest.format.RowReader;

/**
 * In which form a body comes: what its headers say of encoding and packing.
 *
 * @param boundary between the parts of a form; null: it is none
 */
public record BodyFormat(
        boolean ndjson,
        boolean delimited,
        boolean gzip,
        boolean zip,
        @Nullable String boundary,
        @Nullable Charset charset) {
    private static final Set<String> NDJSON = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    // What spreadsheets and senders call delimited text, and bytes that say nothing of themselves.
    private static final Set<String> DELIMITED = Set.of(
            "text/csv",
            "text/x-csv",
            "text/plain",
            "text/tab-separated-values",
            "text/comma-separated-values",
            "application/csv",
            "application/x-csv",
            "application/vnd.ms-excel",
            "application/octet-stream");
    // What only a profile reads.
    private static final Set<String> OTHER = Set.of(
            "application/json",
            "application/xml",
            "text/xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final Set<String> ZIPPED = Set.of("application/zip", "application/x-zip-compressed");
    private static final Set<String> PACKED = Set.of("application/gzip", "application/x-gzip");

    /** The form that the headers say; null: one that is not taken. */
    public static @Nullable BodyFormat of(@Nullable String contentType, @Nullable String contentEncoding) {
        var parts = (contentType == null ? "" : contentType)
                .toLowerCase(Locale.ROOT)
                .split(";");
        var type = parts[0].strip();
        var packing =
                contentEncoding == null ? "identity" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        var packed = PACKED.contains(type);
        var zip = ZIPPED.contains(type);
        var boundary = contentType == null ? null : BodyFiles.boundary(contentType);
        var taken = NDJSON.contains(type)
                || DELIMITED.contains(type)
                || OTHER.contains(type)
                || packed
                || zip
                || boundary != null;
        if (!taken || !Set.of("identity", "gzip", "x-gzip").contains(packing)) {
            return null;
        }
        try {
            return new BodyFormat(
                    NDJSON.contains(type),
                    DELIMITED.contains(type) || packed || zip || boundary != null,
                    packing.endsWith("gzip") || packed,
                    zip,
                    boundary,
                    charset(parts));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The charset that the type names; null: none. */
    private static @Nullable Charset charset(String[] parts) {
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("charset=")) {
                return Charset.forName(parameter
                        .substring("charset=".length())
                        .replace("\"", "")
                        .strip());
            }
        }
        return null;
    }

    /**
     * Who reads such a body of the contact format; null: it has another form. What a profile reads is of the form and encoding that the profile
     * says, whatever the sender calls it.
     */
    public @Nullable RowReader reader() {
        var encoding = charset == null ? StandardCharsets.UTF_8 : charset;
        if (ndjson) {
            return new NdjsonReader(encoding, Limits.DEFAULT);
        }
        return delimited ? new CsvReader(encoding, Limits.DEFAULT) : null;
    }
}
