package se.nollan.ingest.submission;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.register.Register;

/** A submission that may be made, and what it is read with. */
public record SubmissionOrder(SubmissionRequest request, Register register, RowReader reader, SourceNotation notation)
        implements AutoCloseable {

    /** Ids of the lines that the sender named; null: all that the register gives the source. */
    @Nullable Set<String> named() {
        return request.lines() == null ? null : Set.copyOf(request.lines());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
