package se.nollan.ingest.vendor;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the logs of one profile. */
public final class ProfileReader implements LogReader {
    private final Profile profile;
    private final Limits limits;

    public ProfileReader(Profile profile, Limits limits) {
        this.profile = profile;
        this.limits = limits;
    }

    @Override
    public void read(Reader text, LogSink sink) throws IOException {
        var width = profile.header().size();
        var row = new String[width];
        @Nullable String[] values = new @Nullable String[Field.COUNT];
        new DelimitedText(profile.delimiter(), profile.quote(), limits).read(text, this::checkHeader, raw -> {
            var line = raw.getStartingLineNumber();
            if (raw.getFieldCount() != width) {
                sink.broken(new Finding(line, null, Rule.WRONG_FIELD_COUNT, String.valueOf(raw.getFieldCount())));
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
            throw new UnreadableLog(
                    UnreadableLog.Reason.HEADER,
                    "The header is not the one of profile '" + profile.name() + "', which has these "
                            + profile.header().size() + " columns in this order: "
                            + String.join(", ", profile.header())
                            + ". If the vendor has changed the layout, a new profile is needed.");
        }
    }
}
