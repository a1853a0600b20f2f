package se.nollan.ingest.profile;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.DelimitedText;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.format.UnreadableBody;

/** Reads the logs of one profile. */
public final class DelimitedProfileReader implements RowReader {
    private final Profile profile;
    private final Limits limits;

    public DelimitedProfileReader(Profile profile, Limits limits) {
        this.profile = profile;
        this.limits = limits;
    }

    @Override
    public void read(Reader text, RowSink sink) throws IOException {
        var width = profile.header().size();
        var row = new String[width];
        @Nullable String[] values = new @Nullable String[Field.COUNT];
        new DelimitedText(profile.delimiter(), profile.quote(), false, limits).read(text, this::checkHeader, raw -> {
            var line = raw.getStartingLineNumber();
            if (raw.getFieldCount() != width) {
                sink.broken(
                        new RowFinding(line, null, FindingCode.WRONG_FIELD_COUNT, String.valueOf(raw.getFieldCount())));
                return;
            }
            for (var i = 0; i < width; i++) {
                row[i] = raw.getField(i).strip();
            }
            if (profile.skip().stream().anyMatch(condition -> condition.holds(row))) {
                sink.skipped(line);
                return;
            }
            Arrays.fill(values, null);
            profile.fields().forEach((field, value) -> values[field.ordinal()] = value.in(row));
            sink.row(line, values);
        });
    }

    private void checkHeader(List<String> header) {
        if (!header.equals(profile.header())) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.HEADER,
                    "The header is not the one of profile '" + profile.name() + "', which has these "
                            + profile.header().size() + " columns in this order: "
                            + String.join(", ", profile.header())
                            + ". If the vendor has changed the layout, a new profile is needed.");
        }
    }
}
