package se.nollan.ingest.slice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A pseudonymous contact on its way to the database. */
public record StagedContact(
        long row,
        String id,
        String line,
        LocalDate day,
        @Nullable String firstLine,
        boolean warned,
        String content) {}
